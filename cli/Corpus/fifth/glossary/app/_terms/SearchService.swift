/// Finds terms: a hit in the title counts more than one in the text.
struct SearchService: Sendable {
    let store: any TermStore

    func search(_ words: [String]) async throws -> [Term] {
        let scored = try await store.all().map { ($0, score($0, words)) }
        return scored.filter { $0.1 > 0 }.sorted { $0.1 > $1.1 }.map(\.0)
    }

    private func score(_ term: Term, _ words: [String]) -> Int {
        words.reduce(0) { sum, word in
            sum + (term.title.lowercased().contains(word) ? 5 : 0)
                + (term.text.lowercased().contains(word) ? 1 : 0)
        }
    }
}
