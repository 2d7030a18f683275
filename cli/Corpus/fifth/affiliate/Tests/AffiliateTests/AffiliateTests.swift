import Crypto
import Fledge
import FledgeDataTesting
import FledgeTesting
import Foundation
import Testing

@testable import Affiliate

@Suite(.database(migrations: "migrations")) struct AffiliateTests {
    let clock = TestClock(at: Date(timeIntervalSince1970: 1_767_225_600))

    func withApp(_ body: (TestClient) async throws -> Void) async throws {
        let clock = clock
        let app = makeApp(
            database: try TestDatabase.current,
            secrets: Secrets(shop: "s", refunds: "r", cron: "c"), now: { clock.date })
        try await app.test { client in
            let new = NewPartner(code: "ada", email: "ada@example.com")
            try await client.post("/partners", json: new).expect(.created)
            try await body(client)
        }
    }

    func send(_ event: SaleEvent, to kind: String, key: String, _ client: TestClient) async throws
        -> TestResponse
    {
        let body = try JSONEncoder().encode(event)
        let code = HMAC<SHA256>.authenticationCode(
            for: body, using: SymmetricKey(data: Array(key.utf8)))
        var signed = client
        signed.headers["X-Signature"] = "sha256=" + Data(code).base64EncodedString()
        return try await signed.send(.post, "/webhooks/\(kind)", body: Body(body))
    }

    @Test func `a sale is paid out after a month, once`() async throws {
        try await withApp { client in
            let event = SaleEvent(id: "1", partner: "ada", cents: 50_000)
            for _ in 1...2 {
                try await send(event, to: "sales", key: "s", client).expect(.noContent)
            }
            var cron = client
            cron.headers[.authorization] = "Bearer c"
            try await client.send(.post, "/cron/payouts").expectProblem(.unauthorized)
            #expect(try await cron.send(.post, "/cron/payouts").text == "[]")
            clock.advance(by: .seconds(30 * 86_400))
            try await cron.send(.post, "/cron/payouts")
                .expect(json: [["partner": "ada", "cents": 4_000]])
            #expect(try await cron.send(.post, "/cron/payouts").text == "[]")
        }
    }

    @Test func `a refund needs its own key`() async throws {
        try await withApp { client in
            let event = SaleEvent(id: "1", partner: "ada", cents: 50_000)
            try await send(event, to: "refunds", key: "s", client).expectProblem(.unauthorized)
            try await send(event, to: "refunds", key: "r", client).expect(.noContent)
        }
    }

    @Test func `people are counted, machines are not`() async throws {
        try await withApp { client in
            let person = try await client.get("/go/ada", headers: [.userAgent: "Firefox"])
            #expect(person.headers[.location]?.hasSuffix("partner=ada") == true)
            let machine = try await client.get("/go/ada", headers: [.userAgent: "NiceBot"])
            #expect(machine.headers[.location] == "https://shop.example/")
        }
    }

    @Test func `a code is short and free`() async throws {
        try await withApp { client in
            try await client.get("/partners/ada").expect(.ok)
            try await client.get("/partners/bob").expectProblem(.notFound)
            let taken = NewPartner(code: "ada", email: "bob@example.com")
            try await client.post("/partners", json: taken).expectProblem(.conflict)
            let wrong = NewPartner(code: "A!", email: "bob@example.com")
            try await client.post("/partners", json: wrong)
                .expectProblem(.unprocessableContent, code: "code")
        }
    }

    @Test func `coupons are readable`() {
        #expect(CouponService().coupon(for: "ada", number: 22) == "ADA-CC")
    }
}
