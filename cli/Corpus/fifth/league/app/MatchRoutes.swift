import Fledge
import FledgeData
import Foundation

@Schema struct NewMatch {
    var home: Int
    var away: Int
    var kickOff: Date
}

func addMatchRoutes(
    to app: App, matches: MatchService, store: LeagueStore, database: Database
) {
    app.post("/matches") { request in
        let new = try await request.decode(NewMatch.self)
        let match = try await matches.plan(home: new.home, away: new.away, at: new.kickOff)
        return Response.json(match, status: .created)
    }

    app.put("/matches/:id/score") { request in
        let id = try request.parameter("id", as: Int.self)
        return Response.json(try await matches.finish(id, try await request.decode(Score.self)))
    }

    app.put("/matches/:id/forfeit") { request in
        let id = try request.parameter("id", as: Int.self)
        let result = try await database.execute("UPDATE matches SET is_forfeit = \(true) WHERE id = \(id)")
        guard result.changes == 1 else { throw LeagueError.noMatch(id) }
        return Response(.noContent)
    }

    app.post("/matches/:id/cards") { request in
        let id = try request.parameter("id", as: Int.self)
        let card = try await request.decode(Card.self)
        try await store.addCard(card, in: id)
        if card.colour == .red {
            try await store.suspend(card.player, matches: 2)
        } else if try await store.yellowCards(of: card.player) % 5 == 0 {
            try await store.suspend(card.player, matches: 1)
        }
        return Response(.noContent)
    }

    app.get("/table") { _ in
        var table: [Int: Standing] = [:]
        for match in try await store.matches() {
            var goals = (match.homeGoals ?? 0, match.awayGoals ?? 0)
            if match.isForfeit { goals = (3, 0) }
            guard match.homeGoals != nil || match.isForfeit else { continue }
            for (team, own, other) in [
                (match.home, goals.0, goals.1), (match.away, goals.1, goals.0),
            ] {
                var row =
                    table[team] ?? Standing(team: team, points: 0, scored: 0, conceded: 0)
                row.points += own > other ? 3 : own == other ? 1 : 0
                row.scored += own
                row.conceded += other
                table[team] = row
            }
        }
        let sorted = table.values.sorted { a, b in
            if a.points != b.points { return a.points > b.points }
            let (left, right) = (a.scored - a.conceded, b.scored - b.conceded)
            return left == right ? a.scored > b.scored : left > right
        }
        return Response.json(sorted)
    }

    app.get("/fixtures.ics") { _ in
        var lines = ["BEGIN:VCALENDAR", "VERSION:2.0"]
        for match in try await store.matches() {
            lines += ["BEGIN:VEVENT", "UID:match-\(match.id)"]
            lines += ["DTSTART:\(match.kickOff.ISO8601Format())", "END:VEVENT"]
        }
        lines.append("END:VCALENDAR")
        return Response.text(lines.joined(separator: "\r\n")).header(.contentType, "text/calendar")
    }
}
