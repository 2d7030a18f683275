import FledgeSchema

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Schema struct Machine: Identifiable, Equatable, Sendable {
    let id: Int
    let kilos: Int
    var freeAt: Date
}

@Schema struct Card: Identifiable, Equatable, Sendable {
    let id: Int
    let holder: String
    var cents: Int
}

@Schema struct RepairRequest: Sendable {
    @Field(.range(1...99)) var machine: Int
    @Field(.length(5...500)) var what: String
}

/// What became of a report. No answer of a web server.
enum RepairResponse: Equatable, Sendable {
    case known(since: String)
    case sent(ticket: String)
}

enum LaundryError: Error, Equatable {
    case noMachine(Int)
    case busy(until: Date)
    case noMoney(missing: Int)
}
