import FledgeTesting
import Testing

@testable import Cellar

@Suite struct CellarTests {
    private func withClient(
        flags: Flags = Flags(tastingNotes: true), _ body: (TestClient) async throws -> Void
    ) async throws {
        let wines = WineService(store: InMemoryWineStore(), year: { 2027 })
        _ = try await wines.add(NewWine(name: "Chateau Grun", year: 2020, bottles: 1))
        _ = try await wines.add(NewWine(name: "Heuriger", year: 2026, bottles: 6))
        try await makeApp(wines: wines, flags: flags).test { try await body($0) }
    }

    @Test func `a wine is added and found by its slug`() async throws {
        try await withClient { client in
            let new = NewWine(name: "Port No. 7", year: 2011, bottles: 3, fortified: true)
            let created = try await client.post("/wines", json: new).expect(.created)
            #expect(created.headers[.location] == "/wines/port-no-7-2011")
            let text = try await client.get(
                "/wines/port-no-7-2011", headers: ["accept": "text/plain"])
            #expect(text.text == "Port No. 7 2011, 3 left")
            let odd = NewWine(name: "Sherry", year: 2011, bottles: 4, fortified: true)
            try await client.post("/wines", json: odd)
                .expectProblem(.unprocessableContent, pointer: "/bottles", code: "crate")
        }
    }

    @Test func `the list has pages, and short links`() async throws {
        try await withClient { client in
            #expect(try await client.get("/wines").json([Wine].self).count == 2)
            try await client.get("/wines?page=2").expectProblem(.notFound)
            try await client.get("/wines?page=0").expectProblem(.notFound)
            let short = try await client.get("/w/2").expect(.permanentRedirect)
            #expect(short.headers[.location] == "/wines/heuriger-2026")
        }
    }

    @Test func `a bottle is drunk when it is old enough, and once`() async throws {
        try await withClient { client in
            try await client.send(.post, "/wines/heuriger-2026/drunk")
                .expectProblem(.conflict, code: "too_young")
            try await client.send(.post, "/wines/chateau-grun-2020/drunk").expect(.resetContent)
            try await client.send(.post, "/wines/none/drunk").expectProblem(.notFound)
        }
    }

    @Test func `notes are behind a flag`() async throws {
        let path = "/wines/heuriger-2026/notes"
        try await withClient { try await $0.get(path).expect(.ok) }
        try await withClient(flags: Flags(tastingNotes: false)) {
            try await $0.get(path).expectProblem(.notFound)
        }
    }
}
