import Fledge
import FledgeTesting
import Testing

@testable import HotelRates

@Suite struct HotelTests {
    let services = Services(house: House())

    @Test func `a night is slept once`() async throws {
        let stay = try await services.stays.book(NewStay(name: "Ada", guests: 1, from: 3, nights: 2), room: 1)
        await #expect(throws: HotelError.occupied) {
            try await services.stays.book(NewStay(name: "Bob", guests: 1, from: 4, nights: 1), room: 1)
        }
        #expect(try await services.stays.occupied(1) == [3, 4])
        try await services.stays.end(stay.id, in: 1)
        #expect(try await services.stays.occupied(1).isEmpty)
    }

    @Test func `prices are told in the guest's money`() async throws {
        #expect(services.rates.currency(for: ["X-Currency".field: "EUR"]) == "EUR")
        #expect(services.rates.convert(10_000, to: "EUR") == 10_400)
        await #expect(throws: HotelError.noRoom(7)) { try await services.rates.base(of: 7) }
    }

    @Test func `a room is quoted and booked`() async throws {
        try await makeApp(services: services).test { client in
            try await client.get("/quotes?room=1&from=0&nights=7").expect(json: ["cents": 81000, "currency": "CHF"])
            let stay: JSON = ["name": "Ada", "guests": 2, "from": 3, "nights": 2]
            try await client.post("/rooms/1/stays", json: stay).expect(.created)
            try await client.post("/rooms/1/stays", json: stay).expectProblem(.conflict, code: "occupied")
            try await client.post("/rooms/1/stays", json: ["name": "A", "guests": 2, "from": 3, "nights": 2] as JSON)
                .expectProblem(.unprocessableContent, code: "stay")
            try await client.get("/rooms/1/free?from=0&nights=10").expect(json: ["0-2", "5-9"])
            try await client.get("/quotes/alternatives?room=1&around=4").expect(json: ["options": ["5-17"]])
        }
    }
}

extension String {
    fileprivate var field: FieldName { FieldName(self) ?? .accept }
}
