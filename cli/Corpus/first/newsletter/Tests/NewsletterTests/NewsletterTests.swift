import Fledge
import FledgeDataTesting
import FledgeTesting
import Testing

@testable import Newsletter

@Suite(.database(migrations: "migrations")) struct NewsletterTests {
    private func services() throws -> Services {
        Services(database: try TestDatabase.current, cronSecret: "c")
    }

    @Test func `an address is taken once, whatever its case`() async throws {
        let subscribers = try services().subscribers
        #expect(try await subscribers.subscribe("Ada@example.com", language: "en"))
        #expect(try await !subscribers.subscribe("ada@example.com", language: "de"))
        try await subscribers.unsubscribe("ADA@example.com")
        #expect(try await subscribers.list(active: true).isEmpty)
    }

    @Test func `the list can be joined, left, exported and purged`() async throws {
        try await makeApp(services: services()).test { client in
            try await client.post("/api/subscribe", json: ["email": "nobody"])
                .expectProblem(.unprocessableContent, code: "email")
            try await client.post("/api/subscribe", json: ["email": "a@b.c"]).expect(.accepted)
            #expect(try await client.get("/api/export/active").text.contains("a@b.c,en,"))
            try await client.delete("/api/subscribe?email=a@b.c").expect(.noContent)
            #expect(try await client.get("/api/export/gone?lang=en").text.contains("a@b.c"))
            try await client.get("/api/cron/purge", headers: [.authorization: "Bearer c"]).expect(.ok)
        }
    }

    @Test func `a template is filled`() {
        #expect(TemplateService().fill("Dear {{name}}", ["name": "Ada"]) == "Dear Ada")
    }
}
