import Fledge
import Foundation

@Schema struct Hive: Codable, Hashable, Sendable {
    var id: Int
    var name: String
    var apiary: String
    var queenYear: Int
    var treatedAt: Date?
}

@Schema struct NewHive: Sendable {
    var name: String
    @Field(.length(1...40)) var apiary: String
    @Field(.range(2000...2100)) var queenYear: Int
}

@Schema struct Harvest: Codable, Hashable, Sendable {
    var id: Int
    var hive: Int
    var grams: Int
    var grade: String
}

@Schema struct NewHarvest: Sendable {
    @Field(.range(1...60_000)) var grams: Int
    @Field(.range(10...30)) var water: Double
    var day: Date
}

enum BeeError: Error, Equatable, ProblemConvertible {
    case noHive(Int)

    var problem: Problem {
        switch self {
        case .noHive(let id): Problem(.notFound, "There is no hive \(id).")
        }
    }
}
