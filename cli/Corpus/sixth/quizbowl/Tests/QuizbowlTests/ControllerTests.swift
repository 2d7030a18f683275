import FledgeTesting
import Quiz
import Testing

@testable import Quizbowl

@Suite struct ControllerTests {
    private let matches = MatchService()

    @Test func `a match is opened, played, read out and ended`() async throws {
        let controller = MatchController(matches: matches, scores: ScoreService())
        let created = try await controller.open(body: NewMatch(home: "Owls", guest: "Newts"))
        #expect(created.location == "/matches/1")
        let buzzes = BuzzController(matches: matches)
        let buzz = Buzz(team: 1, question: 1, call: .right)
        #expect(try await buzzes.buzz(id: 1, body: buzz).status == .created)
        #expect(try await controller.show(id: 1).sides.map(\.points) == [10, 0])
        #expect(try await controller.transcript(id: 1) == "Question 1\n  Owls knows it")
        #expect(try await controller.finish(id: 1).headline == "Final: Owls 10, Newts 0")
    }

    @Test func `the table and the stream are served`() async throws {
        let match = try await matches.open(home: "Owls", guest: "Newts")
        _ = try await matches.take(Buzz(team: 1, question: 1, call: .right), in: match.id)
        _ = try await matches.finish(match.id)
        try await makeApp(matches: matches).test { client in
            #expect(try await client.get("/table?format=html").text.contains("<td>Owls</td>"))
            try await client.get("/table").expect(.ok)
            try await client.get("/table?format=pdf").expect(.notAcceptable)
            let stream = try await client.get("/matches/1/buzzes/stream")
            #expect(stream.text.contains("right"))
        }
    }
}
