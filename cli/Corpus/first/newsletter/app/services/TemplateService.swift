/// Puts names into letters.
struct TemplateService: Sendable {
    func fill(_ template: String, _ values: [String: String]) -> String {
        values.reduce(template) { text, pair in text.replacing("{{\(pair.key)}}", with: pair.value) }
    }
}
