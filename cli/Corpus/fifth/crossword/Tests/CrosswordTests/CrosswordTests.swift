import Fledge
import FledgeTesting
import Testing

@testable import Crossword

@Suite struct CrosswordTests {
    let shelf = PuzzleShelf()

    func withApp(_ body: (TestClient) async throws -> Void) async throws {
        let app = App(environment: Environment(mode: .test, values: [:]))
        FileRoutes.mount(on: app, services: Services(shelf: shelf, cronKey: "secret"))
        try await app.test { try await body($0) }
    }

    let new = NewPuzzle(
        day: "2026-11-23", title: "Birds",
        clues: [Clue(number: 1, text: "It never lands", length: 5)], solutions: ["1": "swift"])

    @Test func `from the setter to the solver`() async throws {
        try await withApp { client in
            try await client.post("/puzzles", json: new).expect(.created)
            try await client.get("/puzzles/2026-11-23").expectProblem(.notFound)
            try await client.send(.post, "/cron/publish").expectProblem(.unauthorized)
            var scheduler = client
            scheduler.headers[.authorization] = "Bearer secret"
            try await scheduler.send(.post, "/cron/publish?today=2026-11-23")
                .expect(json: ["2026-11-23"])
            let page = try await client.get("/puzzles/2026-11-23", headers: [.accept: "text/html"])
            #expect(page.text.contains("It never lands (5)"))
            let again = try await client.get(
                "/puzzles/2026-11-23", headers: [.ifNoneMatch: page.headers[.eTag] ?? ""])
            #expect(again.status == .notModified)
            try await client.get("/puzzles").expect(json: ["days": ["2026-11-23"]])
            let path = "/puzzles/2026-11-23/guesses"
            try await client.post(path, json: Guess(number: 1, word: "shift"))
                .expect(json: ["isRight": false, "matching": 4])
            try await client.post(path, json: Guess(number: 2, word: "shift"))
                .expectProblem(.notFound)
        }
    }

    @Test func `a solution has the length of its clue`() async throws {
        var wrong = new
        wrong.solutions = ["1": "swallow"]
        try await withApp { client in
            try await client.post("/puzzles", json: wrong)
                .expectProblem(.unprocessableContent, code: "solution")
        }
    }

    @Test func `publishing twice does no harm`() async throws {
        let publishing = PublishingService(shelf: shelf)
        _ = try await publishing.submit(new)
        #expect(await publishing.publish(upTo: "2026-12-01") == ["2026-11-23"])
        #expect(await publishing.publish(upTo: "2026-12-01").isEmpty)
    }
}
