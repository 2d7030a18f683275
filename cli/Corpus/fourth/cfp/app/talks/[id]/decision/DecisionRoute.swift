import Fledge

@Route struct DecisionRoute {
    let talks: TalkService

    /// Accepts, declines or waits, by what the reviewers say.
    func POST(id: Int) async throws -> Talk {
        let talk = try await talks.find(id)
        let scores = try await talks.scores(of: id)
        guard scores.count >= 3 else {
            throw Problem(.conflict, "Three reviews are needed.", code: "too_few_reviews")
        }
        let mean = Double(scores.reduce(0, +)) / Double(scores.count)
        let bar = talk.track == .keynote ? 4.5 : 3.5
        let state: Talk.State =
            mean >= bar ? .accepted : mean >= bar - 0.5 ? .waiting : .declined
        return try await talks.set(state, of: id)
    }
}
