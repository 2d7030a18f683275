#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

struct PassageService: Sendable {
    let store: any PassageStore

    func record(gate: Gate, plate: String, cents: Int, at date: Date) async throws -> Passage {
        try await store.add(gate: gate.name, plate: plate, cents: cents, at: date)
    }

    func passages(of plate: String) async throws -> [Passage] {
        try await store.passages(of: plate)
    }
}

struct GateService: Sendable {
    let gates: [Gate]

    func find(_ name: String) throws -> Gate {
        guard let gate = gates.first(where: { $0.name == name }) else {
            throw TollError.noGate(name)
        }
        return gate
    }
}
