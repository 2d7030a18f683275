import Deeds
import FledgeTesting
import Foundation
import Testing

@testable import Notary

@Suite struct NotaryTests {
    private let clock = TestClock(at: Date(timeIntervalSince1970: 1_769_851_800))
    private let deeds: DeedService

    init() {
        let clock = clock
        deeds = DeedService(store: InMemoryDeedStore(), now: { clock.date })
    }

    private func withClient(_ body: (TestClient) async throws -> Void) async throws {
        let environment = Environment(
            mode: .test,
            values: ["BANK_SECRET": "b", "CRON_SECRET": "c", "UPLOADS": "data/test-uploads"])
        let app = makeApp(deeds: deeds, settings: try NotarySettings(environment: environment))
        try await app.test { try await body($0) }
    }

    @Test func `a deed is filed as a form, and seen by its owner only`() async throws {
        try await withClient { client in
            let form =
                "--x\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nWill\r\n"
                + "--x\r\nContent-Disposition: form-data; name=\"pages\"\r\n\r\n6\r\n"
                + "--x\r\nContent-Disposition: form-data; name=\"scan\"; filename=\"a.pdf\"\r\n"
                + "Content-Type: application/pdf\r\n\r\n%PDF\r\n--x--\r\n"
            let created = try await client.send(
                .post, "/deeds",
                headers: ["content-type": "multipart/form-data; boundary=x", "x-client": "ada"],
                body: Body(form))
            try created.expect(.created)
            let view = try await client.get("/deeds/1", headers: ["x-client": "ada"])
            #expect(try view.member("fee") == "EUR 53.00")
            #expect(
                try await client.get("/deeds/1/scan", headers: ["x-client": "ada"]).text == "%PDF")
            try await client.get("/deeds/1", headers: ["x-client": "eve"]).expectProblem(.notFound)
            try await client.get("/deeds/1").expectProblem(.unauthorized)
        }
    }

    @Test func `the bank's word counts when it is signed`() async throws {
        _ = try await deeds.file(title: "Will", owner: "ada", pages: 2)
        try await withClient { client in
            let event = ["type": "payment.received", "deed": "1", "cents": "4000"]
            try await client.post("/hooks/bank", json: event, headers: ["x-signature": "no"])
                .expectProblem(.unauthorized)
        }
        #expect(try await deeds.paid(1, cents: 4_000).state == .sealed)
        await #expect(throws: DeedError.wrongState(.sealed)) {
            try await deeds.paid(1, cents: 4_000)
        }
    }

    @Test func `old drafts expire, when the right one asks`() async throws {
        _ = try await deeds.file(title: "Will", owner: "ada", pages: 2)
        clock.advance(by: .seconds(91 * 86_400))
        try await withClient { client in
            try await client.send(.post, "/cron/expire", headers: ["authorization": "Bearer x"])
                .expectProblem(.unauthorized)
            let answer = try await client.send(
                .post, "/cron/expire", headers: ["authorization": "Bearer c"])
            try answer.expect(json: ["expired": 1, "more": true])
        }
    }
}
