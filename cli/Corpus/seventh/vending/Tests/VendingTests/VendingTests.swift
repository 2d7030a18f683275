import Fledge
import FledgeTesting
import Foundation
import Testing

@testable import Vending

struct FixedPricing: Pricing {
    func price(of item: String, at place: String, hour: Int) -> Int { 200 }
}

@Suite struct VendingTests {
    let machines = MachineService()

    private var app: App {
        makeApp(
            machines: machines, pricing: FixedPricing(),
            telemetry: TelemetryService(machines: machines))
    }

    private func filled() async throws {
        _ = try await machines.add(NewMachine(serial: "00AF11C0", place: "Main station", slots: 1))
        for number in 0..<8 {
            try await machines.sold(
                Sale(item: "tea", price: 205, at: Date(), delivered: number > 0), by: "00AF11C0",
                at: 5)
        }
    }

    @Test func `a machine is added once, if its serial is one`() async throws {
        try await app.test { client in
            let new: JSON = ["serial": "00AF11C0", "place": "Hall", "slots": 20]
            try await client.post("/machines", json: new).expect(.created)
            try await client.post("/machines", json: new).expectProblem(.conflict, code: "taken")
            try await client.post("/machines", json: ["serial": "x", "place": "Hall", "slots": 20])
                .expect(.badRequest)
            try await client.post(
                "/machines", json: ["serial": "00AF11C1", "place": "Hall", "slots": 0]
            )
            .expect(.unprocessableContent)
            try await client.get("/machines").expect(.ok)
            try await client.send(.put, "/machines/00AF11C0/place", body: Body("Gym")).expect(.ok)
            try await client.send(.put, "/machines/00AF11C0/place", body: Body("")).expectProblem(
                .unprocessableContent)
            #expect(try await client.get("/machines/00AF11C0/price?item=tea").text == "200")
        }
    }

    @Test func `an empty machine is on the round`() async throws {
        try await filled()
        let controller = MachineController(machines: machines, pricing: FixedPricing())
        #expect(await controller.rounds() == [Stop(serial: "00AF11C0", urgent: true)])
    }

    @Test func `tables have what was delivered`() async throws {
        try await filled()
        let controller = MachineController(machines: machines, pricing: FixedPricing())
        #expect(try await controller.export(serial: "00AF11C0").contains("tea;2.05"))
        #expect(await SalesController(machines: machines).table(since: nil).contains("total;14"))
    }

    @Test func `what did not drop is paid back`() async throws {
        try await filled()
        let verdict = try await ClaimController(machines: machines)
            .claim(body: NewClaim(serial: "00AF11C0", sale: 0, email: "a@example.com"))
        #expect(verdict.refund == 205)
    }

    @Test func `machines report sales`() async throws {
        try await filled()
        try await app.test { client in
            try await client.post(
                "/telemetry/00AF11C0",
                json: [
                    "item": "tea", "price": 180, "at": "2026-03-01T09:00:00Z", "dropped": true,
                    "temperature": 6.5,
                ]
            ).expect(.accepted)
        }
        #expect(try await machines.find("00AF11C0").sales.count == 9)
    }
}
