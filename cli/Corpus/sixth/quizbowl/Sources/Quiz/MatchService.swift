public protocol Matches: Sendable {
    func open(home: String, guest: String) async throws -> Match
    func find(_ id: Int) async throws -> Match
    func all() async -> [Match]
    func take(_ buzz: Buzz, in id: Int) async throws -> Match
    func finish(_ id: Int) async throws -> Match
}

/// The referee.
public actor MatchService: Matches {
    private var matches: [Int: Match] = [:]

    public init() {}

    public func open(home: String, guest: String) throws -> Match {
        guard home != guest else { throw QuizError.sameTeam }
        let id = matches.count + 1
        let match = Match(
            id: id, home: Team(id: id * 2 - 1, name: home), guest: Team(id: id * 2, name: guest),
            buzzes: [], finished: false)
        matches[id] = match
        return match
    }

    public func find(_ id: Int) throws -> Match {
        guard let match = matches[id] else { throw QuizError.noMatch(id) }
        return match
    }

    public func all() -> [Match] { matches.values.sorted { $0.id < $1.id } }

    public func take(_ buzz: Buzz, in id: Int) throws -> Match {
        var match = try find(id)
        guard !match.finished else { throw QuizError.finished(id) }
        guard match.teams().contains(where: { $0.id == buzz.team }) else {
            throw QuizError.notPlaying(team: buzz.team)
        }
        let before = match.buzzes.filter { $0.question == buzz.question }
        guard !before.contains(where: { $0.call == .right || $0.team == buzz.team }) else {
            throw QuizError.answered(question: buzz.question)
        }
        match.buzzes.append(buzz)
        matches[id] = match
        return match
    }

    public func finish(_ id: Int) throws -> Match {
        var match = try find(id)
        match.finished = true
        matches[id] = match
        return match
    }
}
