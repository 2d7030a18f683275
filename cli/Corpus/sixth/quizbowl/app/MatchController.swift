import Fledge
import Quiz

@Schema struct NewMatch {
    @Field(.length(1...40)) var home: String
    @Field(.length(1...40)) var guest: String
}

@Schema struct Side: Equatable {
    let name: String
    let points: Int
    let leads: Bool
}

@Schema struct MatchView: Equatable {
    let id: Int
    let sides: [Side]
    let headline: String
}

@Controller struct MatchController {
    let matches: any Matches
    let scores: ScoreService

    @POST func open(body: NewMatch) async throws -> Created<MatchView> {
        let match = try await matches.open(home: body.home, guest: body.guest)
        return Created(view(of: match), at: "/matches/\(match.id)")
    }

    @GET("/:id") func show(id: Int) async throws -> MatchView {
        view(of: try await matches.find(id))
    }

    @POST("/:id/end") func finish(id: Int) async throws -> MatchView {
        view(of: try await matches.finish(id))
    }

    /// A line for each buzz, as it would be read out.
    @GET("/:id/transcript") func transcript(id: Int) async throws -> String {
        let match = try await matches.find(id)
        let names = Dictionary(uniqueKeysWithValues: match.teams().map { ($0.id, $0.name) })
        var lines: [String] = []
        var current: Int?
        for buzz in match.buzzes.sorted(by: { $0.question < $1.question }) {
            if buzz.question != current {
                lines.append("Question \(buzz.question)")
                current = buzz.question
            }
            let verb =
                switch buzz.call {
                case .right: "knows it"
                case .wrong: "does not"
                case .early: "is too early"
                }
            lines.append("  \(names[buzz.team] ?? "?") \(verb)")
        }
        return lines.isEmpty ? "Nobody has buzzed." : lines.joined(separator: "\n")
    }

    private func view(of match: Match) -> MatchView {
        let leader = scores.leader(of: match)
        let sides = match.teams().map { team in
            Side(
                name: team.name, points: scores.points(of: team, in: match), leads: team == leader)
        }
        let score = sides.map { "\($0.name) \($0.points)" }.joined(separator: ", ")
        return MatchView(
            id: match.id, sides: sides, headline: match.finished ? "Final: \(score)" : score)
    }
}
