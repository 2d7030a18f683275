import Fledge
import Quiz

func makeApp(matches: any Matches) -> App {
    let app = App()
    let scores = ScoreService()
    app.use(RequestID(), RequestLog())
    app.group("/matches") { group in
        group.use("", MatchController(matches: matches, scores: scores))
        group.use("/:id/buzzes", BuzzController(matches: matches))
    }
    app.use("/table", TableController(matches: matches, scores: scores))
    return app
}

extension QuizError: @retroactive ProblemConvertible {
    public var problem: Problem {
        switch self {
        case .noMatch(let id): Problem(.notFound, "There is no match \(id).")
        case .notPlaying(let team):
            Problem(.unprocessableContent, "Team \(team) is not in it.", code: "not_playing")
        case .finished: Problem(.gone, "The match is over.", code: "finished")
        case .answered(let question):
            Problem(.conflict, "Question \(question) is answered.", code: "answered")
        case .sameTeam: Problem(.unprocessableContent, "Two teams, please.", code: "same_team")
        }
    }
}
