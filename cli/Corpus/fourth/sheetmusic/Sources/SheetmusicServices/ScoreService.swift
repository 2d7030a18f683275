import FledgeSchema

@Schema package struct Score: Hashable, Sendable {
    package let id: Int
    package var title: String
    package var composer: String
    package var version: Int
}

package struct NewScore: Sendable {
    package let title: String
    package let composer: String

    package init(title: String, composer: String) {
        self.title = title
        self.composer = composer
    }
}

@Schema package struct ScoreChange: Sendable {
    @Field(.length(1...120)) package var title: String?
    @Field(.length(1...80)) package var composer: String?

    package init(title: String? = nil, composer: String? = nil) {
        self.title = title
        self.composer = composer
    }
}

package enum ScoreError: Error, Equatable { case unknown, changed(Int), tooManyLoans }

package struct Services: Sendable {
    package let scores: ScoreService

    package init(scores: InMemoryScores) { self.scores = ScoreService(store: scores) }
}

package struct ScoreService: Sendable {
    /// The licence allows so many a day.
    static let loansPerSinger = 30

    let store: InMemoryScores

    package func list(by composer: String?) async throws -> [Score] {
        await store.scores.filter { composer == nil || $0.composer == composer }
    }

    package func find(_ id: Int) async throws -> Score? {
        await store.scores.first { $0.id == id }
    }

    package func pdf(_ id: Int) async throws -> [UInt8]? { await store.files[id] }

    package func add(_ new: NewScore, pdf: [UInt8], by singer: String) async throws -> Score {
        await store.add(new, pdf)
    }

    package func change(_ id: Int, _ change: ScoreChange, version: Int) async throws -> Score {
        guard var score = try await find(id) else { throw ScoreError.unknown }
        guard score.version == version else { throw ScoreError.changed(score.version) }
        score.title = change.title ?? score.title
        score.composer = change.composer ?? score.composer
        score.version += 1
        await store.replace(score)
        return score
    }

    package func lend(_ id: Int, to singer: String) async throws {
        guard await store.lend(to: singer) <= Self.loansPerSinger else {
            throw ScoreError.tooManyLoans
        }
    }

    package func loans() async throws -> [String: Int] { await store.loans }
}

package actor InMemoryScores {
    var scores: [Score] = []
    var files: [Int: [UInt8]] = [:]
    var loans: [String: Int] = [:]

    package init() {}

    func add(_ new: NewScore, _ pdf: [UInt8]) -> Score {
        let score = Score(
            id: scores.count + 1, title: new.title, composer: new.composer, version: 1)
        scores.append(score)
        files[score.id] = pdf
        return score
    }

    func replace(_ score: Score) { scores = scores.map { $0.id == score.id ? score : $0 } }

    func lend(to singer: String) -> Int {
        loans[singer, default: 0] += 1
        return loans[singer, default: 0]
    }
}
