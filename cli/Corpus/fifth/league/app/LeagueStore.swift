import FledgeData
import Foundation

struct LeagueStore: Sendable {
    let database: Database

    func addTeam(_ name: String) async throws -> Team {
        try await database.one("INSERT INTO teams (name) VALUES (\(name)) RETURNING *", as: Team.self)
    }

    func team(_ id: Int) async throws -> Team? {
        try await database.first("SELECT * FROM teams WHERE id = \(id)", as: Team.self)
    }

    func setLogo(_ file: String, of team: Int) async throws {
        try await database.execute("UPDATE teams SET logo = \(file) WHERE id = \(team)")
    }

    func addMatch(home: Int, away: Int, at date: Date) async throws -> Match {
        try await database.one(
            """
            INSERT INTO matches (home, away, kick_off, is_forfeit)
            VALUES (\(home), \(away), \(date), \(false)) RETURNING *
            """, as: Match.self)
    }

    func matches() async throws -> [Match] {
        try await database.query("SELECT * FROM matches ORDER BY kick_off", as: Match.self)
    }

    func setScore(_ score: Score, of match: Int) async throws -> Match? {
        try await database.first(
            """
            UPDATE matches SET home_goals = \(score.home), away_goals = \(score.away)
            WHERE id = \(match) RETURNING *
            """, as: Match.self)
    }

    func addCard(_ card: Card, in match: Int) async throws {
        try await database.execute(
            "INSERT INTO cards (match, player, colour) VALUES (\(match), \(card.player), \(card.colour.rawValue))")
    }

    func yellowCards(of player: Int) async throws -> Int {
        try await database.one(
            "SELECT count(*) FROM cards WHERE player = \(player) AND colour = 'yellow'", as: Int.self)
    }

    func suspend(_ player: Int, matches: Int) async throws {
        try await database.execute(
            "INSERT INTO suspensions (player, matches) VALUES (\(player), \(matches))")
    }
}
