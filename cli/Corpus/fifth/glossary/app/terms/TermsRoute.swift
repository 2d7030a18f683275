import Fledge

@Route struct TermsRoute {
    let terms: TermService
    let search: SearchService

    /// All terms, or those with the words of `q`.
    func GET(q: String?) async throws -> [Term] {
        guard let q else { return try await terms.all() }
        return try await search.search(q.lowercased().split(separator: " ").map(String.init))
    }

    func POST(body: TermInput) async throws -> Created<Term> {
        let term = try await terms.create(body)
        return Created(term, at: "/terms/\(term.slug)")
    }
}
