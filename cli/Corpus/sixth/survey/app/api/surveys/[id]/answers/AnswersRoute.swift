import Fledge

@Route struct AnswersRoute {
    let answers: AnswerService

    func POST(id: Int, body: AnswerSheet) async throws -> Response {
        try await answers.add(body, to: id)
        return Response(.accepted)
    }
}
