import FledgeSchema

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Schema public struct Runner: Identifiable, Equatable, Sendable {
    public let id: Int
    public let name: String
    public let born: Int
    public let club: String?
    public var wave: String

    public init(id: Int, name: String, born: Int, club: String?, wave: String) {
        self.id = id
        self.name = name
        self.born = born
        self.club = club
        self.wave = wave
    }
}

@Schema public struct Split: Equatable, Sendable {
    public let runner: Int
    public let kilometre: Int
    public let seconds: Int

    public init(runner: Int, kilometre: Int, seconds: Int) {
        self.runner = runner
        self.kilometre = kilometre
        self.seconds = seconds
    }
}

public protocol RaceStore: Sendable {
    func add(name: String, born: Int, club: String?, wave: String) async throws -> Runner
    func runner(_ id: Int) async throws -> Runner?
    func record(_ split: Split) async throws
    func splits(of runner: Int) async throws -> [Split]
}
