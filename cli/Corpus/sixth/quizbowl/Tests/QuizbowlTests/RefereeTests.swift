import Quiz
import Testing

@Suite struct RefereeTests {
    private let referee: any Matches = MatchService()

    @Test func `a question is answered once`() async throws {
        let match = try await referee.open(home: "Owls", guest: "Newts")
        let after = try await referee.take(Buzz(team: 1, question: 1, call: .right), in: match.id)
        #expect(after.buzzes.count == 1)
        await #expect(throws: QuizError.answered(question: 1)) {
            try await referee.take(Buzz(team: 2, question: 1, call: .right), in: match.id)
        }
        await #expect(throws: QuizError.notPlaying(team: 9)) {
            try await referee.take(Buzz(team: 9, question: 2, call: .wrong), in: match.id)
        }
    }

    @Test func `nobody plays against itself, nor after the end`() async throws {
        await #expect(throws: QuizError.sameTeam) {
            try await referee.open(home: "Owls", guest: "Owls")
        }
        let match = try await referee.open(home: "Owls", guest: "Newts")
        _ = try await referee.finish(match.id)
        await #expect(throws: QuizError.finished(match.id)) {
            try await referee.take(Buzz(team: 1, question: 1, call: .right), in: match.id)
        }
    }

    @Test func `early costs five`() async throws {
        var match = try await referee.open(home: "Owls", guest: "Newts")
        match = try await referee.take(Buzz(team: 1, question: 1, call: .early), in: match.id)
        match = try await referee.take(Buzz(team: 2, question: 1, call: .right), in: match.id)
        let scores = ScoreService()
        #expect(scores.points(of: match.home, in: match) == -5)
        #expect(scores.leader(of: match) == match.guest)
    }
}
