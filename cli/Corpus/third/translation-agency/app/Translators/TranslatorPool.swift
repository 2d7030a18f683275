import FledgeSchema

@Schema struct Translator: Equatable {
    var name: String
    var languages: [String]
}

struct TranslatorPool: Sendable {
    static let staff = [
        Translator(name: "Iga", languages: ["pl", "en"]),
        Translator(name: "Luc", languages: ["fr", "de", "en"]),
    ]

    let people: [Translator]

    func speaking(_ language: String) -> [Translator] {
        people.filter { $0.languages.contains(language) }.sorted { $0.name < $1.name }
    }
}
