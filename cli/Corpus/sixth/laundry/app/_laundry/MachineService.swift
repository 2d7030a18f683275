#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

protocol MachineStore: Sendable {
    func all() async throws -> [Machine]
    func find(_ id: Int) async throws -> Machine?
    func save(_ machine: Machine) async throws
}

struct MachineService: Sendable {
    let store: any MachineStore
    let cards: CardService
    var now: @Sendable () -> Date = { Date() }

    func all() async throws -> [Machine] { try await store.all() }

    func find(_ id: Int) async throws -> Machine? { try await store.find(id) }

    /// Starts a wash of 45 minutes, an hour in the large ones, and takes its price from the card.
    func start(_ id: Int, with card: Card) async throws -> (Machine, left: Int) {
        guard var machine = try await store.find(id) else { throw LaundryError.noMachine(id) }
        guard machine.freeAt <= now() else { throw LaundryError.busy(until: machine.freeAt) }
        let left = try await cards.charge(card, price(of: machine))
        machine.freeAt = now().addingTimeInterval(machine.kilos > 8 ? 3_600 : 2_700)
        try await store.save(machine)
        return (machine, left.cents)
    }

    func minutesLeft(_ machine: Machine) -> Int {
        max(0, Int(machine.freeAt.timeIntervalSince(now()) / 60))
    }

    /// In cents.
    private func price(of machine: Machine) -> Int { machine.kilos > 8 ? 600 : 450 }
}
