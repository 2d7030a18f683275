import Testing

@testable import BikeSharing

private let docked = [Bike(id: 1, dock: "A", battery: 90), Bike(id: 2, dock: "A", battery: 5)]

@Suite struct DomainSpec {
    @Test func `half an hour is in the price`() async throws {
        let time = Time()
        let book = RideBook(fleet: Fleet(bikes: docked), now: { time.minute })
        _ = try await book.start(RideStart(bike: 1), by: "ada")
        time.minute = 40
        #expect(try await book.end(1, at: "B", by: "ada").cents == 250)
        await #expect(throws: BikeError.ended(1)) { try await book.end(1, at: "B", by: "ada") }
    }

    @Test func `an empty battery goes nowhere`() async {
        let fleet = Fleet(bikes: docked)
        await #expect(throws: BikeError.notRideable(2)) { try await fleet.undock(2) }
    }

    @Test func `full docks are relieved`() {
        let bikes = docked + [Bike(id: 3, dock: "A", battery: 1), Bike(id: 4, dock: "B", battery: 1)]
        #expect(RebalancePlanner().moves(bikes).count == 1)
        #expect(Signature.same("a", "a") && !Signature.same("a", "b"))
    }
}

final class Time: @unchecked Sendable { var minute = 0 }
