import FledgeSchema

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Schema struct Gate: Equatable, Sendable {
    let name: String
    let road: String
    let kilometre: Int

    static let all = [
        Gate(name: "west", road: "A4", kilometre: 12),
        Gate(name: "pass", road: "A4", kilometre: 61),
        Gate(name: "lake", road: "B9", kilometre: 3),
    ]
}

@Schema enum Vehicle: String, Sendable { case motorbike, car, van, lorry }

@Schema struct Passage: Identifiable, Equatable, Sendable {
    let id: Int
    let gate: String
    let plate: String
    let cents: Int
    let at: Date
}

enum TollError: Error, Equatable {
    case noGate(String)
    case noPassage(Int)
}

protocol PassageStore: Sendable {
    func add(gate: String, plate: String, cents: Int, at date: Date) async throws -> Passage
    func passages(of plate: String) async throws -> [Passage]
}
