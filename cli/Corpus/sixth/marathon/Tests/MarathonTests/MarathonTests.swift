import FledgeData
import FledgeDataTesting
import FledgeTesting
import Racing
import Testing

@testable import Marathon

@Suite struct MarathonTests {
    let store = InMemoryRaceStore()

    private func withApp(_ body: (TestClient) async throws -> Void) async throws {
        let database = try TestDatabase.current
        try await database.execute(
            "INSERT INTO sponsors VALUES ('Oats', 'https://oats.example', 1)")
        try await makeApp(Services(store: store, database: database)).test { try await body($0) }
    }

    @Test(.database(migrations: "migrations"))
    func `a fast runner starts first`() async throws {
        try await withApp { client in
            let new = Registration(name: "Abebe", born: 1990, club: nil, target: 150)
            let runner = try await client.post("/runners", json: new).json(Runner.self)
            #expect(runner.wave == "elite")
            try await client.get("/runners/\(runner.id)").expect(.ok)
            try await client.get("/runners/\(runner.id)/class").expect(json: [
                "runner": 1, "class": "M35",
            ])
            try await client.get("/runners/99").expectProblem(.notFound, code: "no_runner")
        }
    }

    @Test(.database(migrations: "migrations"))
    func `a split is taken, and a wonder is not`() async throws {
        try await withApp { client in
            let runner = await store.add(name: "Kipp", born: 1988, club: nil, wave: "A")
            let first = Split(runner: runner.id, kilometre: 5, seconds: 1_200)
            try await client.post("/splits", json: first).expect(.created)
            let wonder = Split(runner: runner.id, kilometre: 10, seconds: 1_300)
            try await client.post("/splits", json: wonder).expectProblem(
                .conflict, code: "too_fast")
        }
    }

    @Test(.database(migrations: "migrations"))
    func `sponsors are listed`() async throws {
        try await withApp { client in
            let sponsors = try await client.get("/sponsors").json([Sponsor].self)
            #expect(sponsors.map(\.name) == ["Oats"])
        }
    }

    @Test func `the pace is over the whole way`() async throws {
        let service = SplitService(store: store)
        try await service.record(Split(runner: 7, kilometre: 10, seconds: 3_000))
        #expect(try await service.pace(of: 7) == 300)
    }
}
