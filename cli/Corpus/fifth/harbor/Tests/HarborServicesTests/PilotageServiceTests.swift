import Foundation
import HarborServices
import Testing

@Suite struct PilotageServiceTests {
    static let now = Date(timeIntervalSince1970: 1_767_225_600)
    let pilotage = PilotageService(
        store: InMemoryPilotageStore(), depths: ["emden": 10], now: { Self.now })

    func ship(_ draught: Double = 5, hours: Double = 6) -> NewRequest {
        NewRequest(ship: "Ems", draught: draught, eta: Self.now.addingTimeInterval(hours * 3600))
    }

    @Test func `a metre of water stays below the keel`() async throws {
        _ = try await pilotage.submit(ship(9), to: "emden")
        await #expect(throws: HarborError.tooDeep(limit: 9)) {
            try await pilotage.submit(ship(9.1), to: "emden")
        }
    }

    @Test func `two hours is soon enough, less is not`() async throws {
        _ = try await pilotage.submit(ship(hours: 2), to: "emden")
        await #expect(throws: HarborError.tooLate) {
            try await pilotage.submit(ship(hours: 1.9), to: "emden")
        }
    }

    @Test func `one pilot takes a request`() async throws {
        let request = try await pilotage.submit(ship(), to: "emden")
        #expect(try await pilotage.take(request.id, in: "emden", pilot: "Jan").pilot == "Jan")
        await #expect(throws: HarborError.alreadyTaken(by: "Jan")) {
            try await pilotage.take(request.id, in: "emden", pilot: "Ole")
        }
        #expect(try await pilotage.open(in: "emden").isEmpty)
    }
}
