import Foundation

/// What a slug leads to.
enum Lookup: Sendable {
    case term(Term)
    case moved(to: String)
}

struct TermService: Sendable {
    let store: any TermStore
    var now: @Sendable () -> Date = { Date() }

    func look(up slug: String) async throws -> Lookup {
        if let term = try await store.find(slug) { return .term(term) }
        if let new = try await store.moved(slug) { return .moved(to: new) }
        throw TermError.noTerm(slug)
    }

    func all() async throws -> [Term] { try await store.all() }

    func create(_ input: TermInput) async throws -> Term {
        let term = make(input)
        guard try await store.find(term.slug) == nil else { throw TermError.slugTaken(term.slug) }
        try await store.save(term, insteadOf: nil)
        return term
    }

    /// A new title gives a new slug, and the old one leads to it.
    func change(_ slug: String, _ input: TermInput) async throws -> Term {
        guard try await store.find(slug) != nil else { throw TermError.noTerm(slug) }
        let term = make(input)
        if term.slug != slug, try await store.find(term.slug) != nil {
            throw TermError.slugTaken(term.slug)
        }
        try await store.save(term, insteadOf: slug)
        return term
    }

    private func make(_ input: TermInput) -> Term {
        let slug = input.title.lowercased().split { !$0.isLetter && !$0.isNumber }
            .joined(separator: "-")
        return Term(slug: slug, title: input.title, text: input.text, updatedAt: now())
    }
}
