import Fledge
import FledgeTesting
import Testing

@testable import Parking

struct FlatTariff: Tariff {
    func cents(minutes: Int) -> Int { 300 }
}

@Suite struct ParkingTests {
    private func wiring(_ spaces: Int = 1) -> Wiring {
        Wiring(garage: Garage(floors: 1, perFloor: spaces), tariff: FlatTariff(), permits: PermitOffice(), now: { 0 })
    }

    private let tariffs: [any Tariff] = [DayTariff()]

    @Test(arguments: [(15, 0), (16, 250), (61, 500), (2000, 2400)])
    func `each hour that has begun is paid`(minutes: Int, cents: Int) {
        for tariff in tariffs { #expect(tariff.cents(minutes: minutes) == cents) }
    }

    @Test func `who has not paid stays`() async throws {
        try await parking(wiring()).test { client in
            let plate: JSON = ["plate": "ZH1"]
            try await client.post("/api/tickets", json: plate).expect(.created)
            try await client.post("/api/tickets", json: plate).expectProblem(.serviceUnavailable, code: "full")
            try await client.send(.post, "/api/tickets/1/exit").expect(.paymentRequired)
            try await client.send(.post, "/api/tickets/1/payment").expect(.ok)
            try await client.get("/api/tickets/1").expect(.ok)
            try await client.send(.post, "/api/tickets/1/exit").expect(.noContent)
        }
    }

    @Test func `a full house is red`() async throws {
        let w = wiring()
        #expect(try await w.garage.take() == 1)
        try await parking(w).test { client in
            #expect(try await client.get("/").text.contains("red"))
            try await client.get("/api/floors").expect(json: [["number": 1, "size": 1, "taken": 1]])
        }
    }

    @Test func `permits are two for a household, and free`() async throws {
        let w = wiring(2)
        let desk = PermitController(permits: w.permits)
        for plate in ["ZH1", "ZH2"] { _ = try await desk.issue(body: NewPermit(plate: plate, household: 7)) }
        await #expect(throws: ParkingError.tooManyPermits) {
            try await w.permits.issue(NewPermit(plate: "ZH3", household: 7))
        }
        let ticket = try await w.tickets.enter(Arrival(plate: "ZH1"))
        try await w.tickets.leave(ticket.id)
        #expect(try await desk.show(plate: "zh-1").household == 7)
        try await desk.revoke(plate: "ZH1")
        await #expect(throws: ParkingError.noPermit("ZH1")) { try await desk.show(plate: "ZH1") }
    }
}
