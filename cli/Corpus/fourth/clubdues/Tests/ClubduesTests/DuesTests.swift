import ClubduesServices
import Fledge
import FledgeTesting
import Testing

@testable import Clubdues

@Suite struct DuesTests {
    let dues: any DuesKeeping = Services(roll: InMemoryRoll()).dues
    let signatures = WebhookSignature(Secret("s"))

    private func send(_ text: String, delivery: String) async throws -> Response {
        try await PaymentHooks(dues: dues, signatures: signatures).receive(
            body: text, paySignature: Header(signatures.digest(of: text)),
            payDelivery: Header(delivery))
    }

    @Test func `a payment that is told twice counts once`() async throws {
        let members = MemberController(dues: dues, pageSize: 2)
        let ada = try await members.join(body: NewMember(name: "Ada", tariff: "youth")).value
        let text = #"{"type":"payment.succeeded","data":{"reference":"M1","amount":6000}}"#
        #expect(try await send(text, delivery: "d1").status == .accepted)
        #expect(try await send(text, delivery: "d1").status == .ok)
        #expect(try await members.show(number: ada.number)?.balance == 0)
        #expect(try await members.card(number: "M1").text.contains("0.00 €"))
    }

    @Test func `a payment that fails costs a fee`() async throws {
        _ = try await dues.join(NewMember(name: "Ada", tariff: "adult"))
        let text = #"{"type":"payment.failed","data":{"reference":"M1","amount":1000}}"#
        #expect(try await send(text, delivery: "d1").status == .accepted)
        #expect(try await dues.member("M1")?.balance == -133_50)
        #expect(try await send(#"{"type":"payout"}"#, delivery: "d2").status == .ok)
    }

    @Test func `who cannot sign is not heard`() async throws {
        let settings = BillingSettings(webhookSecret: Secret("s"), pageSize: 2)
        try await makeApp(Services(roll: InMemoryRoll()), settings: settings).test { client in
            try await client.send(
                .post, "/webhooks/payments",
                headers: ["Pay-Signature": "0", "Pay-Delivery": "d"], body: "{}"
            ).expectProblem(.unauthorized, code: "bad_signature")
            try await client.get("/members").expect(.ok)
            try await client.get("/members?page=2").expectProblem(.notFound)
        }
    }
}
