import Fledge
import FledgeTesting
import JobBoardCore
import Testing

@testable import JobBoard

@Suite struct BoardTests {
    let board = Board(pinboard: InMemoryPinboard())

    @Test func `who knows the trade is hired, until the places are gone`() async throws {
        let job = try await board.pin(NewJob(title: "Falconer", company: "Castle", city: "Bern"))
        let desk = RequestDesk(board: board)
        #expect(try await desk.ask(.init(job: job.id, email: "a@b.c", years: 3), through: "x") == .forwarded)
        await #expect(throws: BoardError.twice) {
            try await desk.ask(.init(job: job.id, email: "a@b.c", years: 3), through: "y")
        }
        #expect(try await desk.ask(.init(job: job.id, email: "d@e.f", years: 12), through: "x") == .hired)
        #expect(try await board.open(in: "Bern").isEmpty)
        #expect(try await board.job(1).places == 0)
        #expect(try await desk.requests(for: 1).count == 2)
    }

    @Test func `both versions, and requests with a key`() async throws {
        let app = makeApp(board: board, desk: RequestDesk(board: board), keys: ApiKeys("k:Perch"))
        try await app.test { client in
            try await client.post("/v2/jobs", json: ["title": "Falconer", "company": "C", "city": "Bern"]).expect(.created)
            try await client.get("/v2/jobs/1").expect(.ok)
            let feed = try await client.get("/v2/jobs", headers: [.accept: "application/xml"])
            #expect(feed.text.contains("<guid>1</guid>"))
            try await client.get("/v1/jobs?city=Bern").expect(json: [["title": "Falconer", "employer": "C"]])
            let wish: JSON = ["job": 1, "email": "a@b.c", "years": 10]
            try await client.post("/v2/requests", json: wish).expectProblem(.unauthorized)
            try await client.post("/v2/requests", json: wish, headers: ["X-Api-Key".field: "no"]).expectProblem(.forbidden)
            try await client.post("/v2/requests", json: wish, headers: ["X-Api-Key".field: "k"]).expect(.created)
            try await client.get("/v2/requests/1", headers: ["X-Api-Key".field: "k"]).expect(.ok)
            #expect(try await client.get("/").headers[.location] == "/v2/jobs")
        }
    }
}

extension String {
    fileprivate var field: FieldName { FieldName(self) ?? .accept }
}
