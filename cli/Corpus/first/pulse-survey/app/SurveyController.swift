import Fledge
import PulseSurveyCore

@Controller struct SurveyController {
    let surveys: any Surveying
    let tally: TallyService

    /// Opens a survey.
    @POST func open(body: NewSurvey) async throws -> Created<Survey> {
        let survey = try await surveys.open(body)
        return Created(survey, at: "/surveys/\(survey.id)")
    }

    @GET("/:id") func show(id: Int) async throws -> Survey? {
        try await surveys.find(id)
    }

    /// Takes what somebody answered.
    @POST("/:id/responses")
    func respond(id: Int, body: PulseSurveyCore.Response) async throws -> Fledge.Response {
        try await surveys.record(body, for: id)
        return Fledge.Response(.accepted)
    }

    /// The result as JSON, or as CSV for a spreadsheet.
    @GET("/:id/results")
    func results(id: Int, accept: Header<String>?) async throws -> Fledge.Response {
        let result = try await tally.result(of: id)
        guard accept?.value.contains("text/csv") == true else { return .json(result) }
        let lines = result.scores.map { "\($0.question),\($0.average)" }
        return Fledge.Response(
            .ok, headers: [.contentType: "text/csv"], body: "\((["question,average"] + lines).joined(separator: "\n"))")
    }
}

extension SurveyError: ProblemConvertible {
    public var problem: Problem {
        switch self {
        case .unknown(let id): Problem(.notFound, "There is no survey \(id).")
        case .closed: Problem(.gone, "The survey is closed.", code: "closed")
        case .wrongQuestions(let names):
            Problem(.conflict, "It does not ask \(names.joined(separator: ", ")).", code: "wrong_questions")
        }
    }
}
