import FledgeSchema

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Schema struct WashProgram: Equatable {
    let name: String
    /// In cents.
    let price: Int
    let minutes: Int

    static let standard = [
        WashProgram(name: "rinse", price: 600, minutes: 4),
        WashProgram(name: "shine", price: 1_100, minutes: 7),
        WashProgram(name: "deluxe", price: 1_700, minutes: 11),
    ]
}

@Schema struct Wash: Identifiable, Equatable {
    let id: Int
    let plate: String
    let program: String
    let bay: Int
    let price: Int
    let startedAt: Date
}

enum WashError: Error, Equatable {
    case noProgram(String)
    case noWash(Int)
}

struct ProgramService: Sendable {
    let programs: [WashProgram]

    func find(_ name: String) throws -> WashProgram {
        guard let program = programs.first(where: { $0.name == name }) else {
            throw WashError.noProgram(name)
        }
        return program
    }
}
