import Foundation

struct MatchService: Sendable {
    let store: LeagueStore

    func plan(home: Int, away: Int, at date: Date) async throws -> Match {
        guard home != away else { throw LeagueError.sameTeam }
        for id in [home, away] {
            guard try await store.team(id) != nil else { throw LeagueError.noTeam(id) }
        }
        return try await store.addMatch(home: home, away: away, at: date)
    }

    func finish(_ id: Int, _ score: Score) async throws -> Match {
        guard let match = try await store.setScore(score, of: id) else {
            throw LeagueError.noMatch(id)
        }
        return match
    }
}
