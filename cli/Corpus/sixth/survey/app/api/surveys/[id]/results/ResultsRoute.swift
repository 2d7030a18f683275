import Fledge

@Route struct ResultsRoute {
    let surveys: SurveyService
    let answers: AnswerService
    let tokens: TokenService

    /// JSON for programs, bars for people.
    func GET(id: Int, owner: Owner, accept: Header<String>?) async throws -> Response {
        let survey = try await surveys.find(id)
        guard tokens.owns(owner.token, id) else {
            throw Problem(.forbidden, "Only who asked may see the answers.")
        }
        guard let results = try await answers.results(of: id) else {
            return Response(.noContent).header("Retry-After", "3600")
        }
        guard accept?.value.contains("text/plain") == true else { return Response.json(results) }
        let width = results.map(\.question.count).max() ?? 0
        let bars = results.map { result in
            let name = result.question.padding(toLength: width, withPad: " ", startingAt: 0)
            return "\(name) \(String(repeating: "#", count: Int(result.mean * 4)))"
        }
        return Response.text("\(survey.title)\n\(bars.joined(separator: "\n"))")
    }
}
