import Fledge
import FledgeTesting
import Foundation
import Testing

@testable import Tailor

struct FixedPricing: Pricing {
    func cents(for work: Alteration.Work, centimetres: Double) -> Int { 2_000 }
}

@Suite struct TailorTests {
    let noon = Date(timeIntervalSince1970: 1_770_000_000)

    func services() -> Services {
        Services(pricing: FixedPricing(), now: { noon })
    }

    @Test func `express work is ready sooner and costs more`() async throws {
        let services = services()
        let controller = AlterationController(
            alterations: services.alterations, pricing: services.pricing, now: services.now)
        let receipt = try await controller.receive(
            body: NewAlteration(
                customer: "Ada Hill", phone: "+41 44 123", work: .hem, centimetres: 3, express: true
            ))
        #expect(receipt.value.cents == 3_000)
        #expect(receipt.value.alteration.due == noon.addingTimeInterval(172_800))
        #expect(await controller.list().count == 1)
        #expect(try await controller.ready(id: 1).state == .ready)
    }

    @Test func `labels and slips say the same`() async throws {
        let services = services()
        _ = await services.alterations.add(
            NewAlteration(customer: "Ada Hill", phone: "0", work: .zip, centimetres: 20), due: noon)
        try await makeApp(services).test { client in
            let label = try await client.get("/alterations/1/label").expect(.ok)
            #expect(label.text == "00001 Hill / ZIP 20 cm / received")
            let slip = try await client.get("/alterations/1/slip").expect(.ok)
            #expect(slip.text.contains("00001 Hill"))
            try await client.get("/alterations/1").expect(.ok)
            try await client.get("/alterations/9").expectProblem(.notFound)
        }
    }

    @Test func `a bolt is as long as it is`() async throws {
        try await makeApp(services()).test { client in
            try await client.post("/fabrics/cuts", json: Cut(bolt: "linen-4", metres: 2)).expect(
                .ok)
            try await client.post("/fabrics/cuts", json: Cut(bolt: "linen-4", metres: 2))
                .expectProblem(.conflict, code: "too_short")
            try await client.post("/fabrics/cuts", json: Cut(bolt: "linen-4", metres: 0))
                .expectProblem(.badRequest)
        }
    }

    @Test func `whoever writes leaves an address`() async throws {
        try await makeApp(services()).test { client in
            let good = ContactMessage(email: "ada@example.com", text: "Hello")
            try await client.post("/contact", json: good).expect(.accepted)
            let bad = ContactMessage(email: "ada", text: "Hello")
            try await client.post("/contact", json: bad).expect(.badRequest)
        }
    }
}
