import Fledge

struct Matching: Sendable {
    let school: School

    /// The best rated tutor who can teach it for the money.
    func best(for wish: Wish) async throws -> Tutor {
        let able = await school.tutors.filter { $0.subjects.contains(wish.subject.lowercased()) }
        guard !able.isEmpty else { throw Problem(.notFound, "Nobody teaches \(wish.subject).", code: "no_tutor") }
        let affordable = able.filter { $0.rate <= wish.rate }
        guard let best = affordable.max(by: { score($0, wish) < score($1, wish) }) else {
            throw Problem(.conflict, "From \(able.map(\.rate).min() ?? 0) on.", code: "too_cheap")
        }
        return best
    }

    private func score(_ tutor: Tutor, _ wish: Wish) -> Int {
        tutor.stars * 10 + (wish.rate - tutor.rate) / 100 - tutor.subjects.count
    }
}
