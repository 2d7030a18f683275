import Fledge

@Route struct SurveyRoute {
    let surveys: SurveyService
    let tokens: TokenService

    func GET(id: Int) async throws -> Survey { try await surveys.find(id) }

    func PATCH(id: Int, owner: Owner, body: SurveyChange) async throws -> Survey {
        guard tokens.owns(owner.token, id) else {
            throw Problem(.forbidden, "This is another's survey.")
        }
        return try await surveys.change(id, body)
    }
}
