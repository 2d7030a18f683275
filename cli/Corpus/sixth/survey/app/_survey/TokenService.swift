/// Who may change a survey.
struct TokenService: Sendable {
    func owns(_ token: String, _ survey: Int) -> Bool { token == "owner-\(survey)" }
}
