import Fledge
import FledgeTesting
import Testing

@testable import WebhookRelay

@Suite struct RelayTests {
    let app = makeApp(services: Services(queue: InMemoryQueue()), secrets: Secrets(stripe: "s", cron: "c"))

    @Test func `what is signed is taken, what is not is refused`() async throws {
        try await app.test { client in
            let signature = Signature.sign("1.{}", secret: "s")
            try await client.post("/webhooks/stripe", json: [:] as JSON, headers: ["Stripe-Signature".field: "t=1,v1=\(signature)"])
                .expect(.accepted)
            try await client.post("/webhooks/stripe", json: [:] as JSON, headers: ["Stripe-Signature".field: "t=1,v1=0"])
                .expectProblem(.unauthorized, code: "bad_signature")
            try await client.post("/webhooks/github", json: [:] as JSON, headers: ["X-GitHub-Event".field: "ping"])
                .expect(.noContent)
        }
    }

    @Test func `the scheduler delivers and prunes`() async throws {
        try await app.test { client in
            let cron: Fields = [.authorization: "Bearer c"]
            try await client.get("/cron/deliver").expectProblem(.unauthorized)
            try await client.get("/cron/deliver", headers: cron).expect(.ok)
            try await client.get("/cron/prune", headers: cron).expect(json: ["removed": 0])
            try await client.get("/deliveries").expect(.ok)
            try await client.get("/version").expect(.ok)
        }
    }
}

extension String {
    fileprivate var field: FieldName { FieldName(self) ?? .accept }
}
