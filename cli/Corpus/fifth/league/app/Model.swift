import Fledge
import Foundation

@Schema struct Team: Codable, Hashable, Sendable {
    var id: Int
    var name: String
    var logo: String?
}

@Schema struct Match: Codable, Hashable, Sendable {
    var id: Int
    var home: Int
    var away: Int
    var kickOff: Date
    var homeGoals: Int?
    var awayGoals: Int?
    var isForfeit: Bool = false
}

@Schema struct Score: Sendable {
    @Field(.range(0...99)) var home: Int
    @Field(.range(0...99)) var away: Int
}

@Schema struct Standing: Codable, Hashable, Sendable {
    var team: Int
    var points: Int
    var scored: Int
    var conceded: Int
}

@Schema struct Card: Sendable {
    @Schema enum Colour: String, Sendable { case yellow, red }
    var player: Int
    var colour: Colour
}

enum LeagueError: Error, Equatable, ProblemConvertible {
    case noTeam(Int)
    case noMatch(Int)
    case sameTeam

    var problem: Problem {
        switch self {
        case .noTeam(let id): Problem(.notFound, "There is no team \(id).")
        case .noMatch(let id): Problem(.notFound, "There is no match \(id).")
        case .sameTeam: Problem(.conflict, "Nobody plays against themselves.")
        }
    }
}
