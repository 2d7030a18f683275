/// The points: ten for right, five off for early.
public struct ScoreService: Sendable {
    public init() {}

    public func points(of team: Team, in match: Match) -> Int {
        match.buzzes.filter { $0.team == team.id }.reduce(0) { sum, buzz in
            switch buzz.call {
            case .right: sum + 10
            case .early: sum - 5
            case .wrong: sum
            }
        }
    }

    public func leader(of match: Match) -> Team? {
        let (home, guest) = (points(of: match.home, in: match), points(of: match.guest, in: match))
        return home == guest ? nil : home > guest ? match.home : match.guest
    }

    /// Two for a win, one for a draw; by points where they are even.
    public func table(of matches: [Match]) -> [(name: String, wins: Int, points: Int)] {
        var rows: [String: (wins: Int, points: Int)] = [:]
        for match in matches where match.finished {
            let best = leader(of: match)
            for team in match.teams() {
                let row = rows[team.name] ?? (0, 0)
                let wins = best == nil ? 1 : best == team ? 2 : 0
                rows[team.name] = (row.wins + wins, row.points + points(of: team, in: match))
            }
        }
        return rows.map { ($0.key, $0.value.wins, $0.value.points) }
            .sorted { ($0.1, $0.2) > ($1.1, $1.2) }
    }
}
