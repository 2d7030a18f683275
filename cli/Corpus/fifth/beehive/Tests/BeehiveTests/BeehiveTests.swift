import Fledge
import FledgeDataTesting
import FledgeTesting
import Foundation
import Testing

@testable import Beehive

@Suite(.database(migrations: "migrations")) struct BeehiveTests {
    func withApp(_ body: (TestClient, Services) async throws -> Void) async throws {
        let services = Services(database: try TestDatabase.current)
        let app = App(environment: Environment(mode: .test, values: [:]))
        FileRoutes.mount(on: app, services: services)
        try await app.test { try await body($0, services) }
    }

    let new = NewHive(name: "Linden", apiary: "Garden", queenYear: 2025)

    @Test func `hives are listed in pages`() async throws {
        try await withApp { client, _ in
            for _ in 1...3 { try await client.post("/hives", json: new).expect(.created) }
            let page = try await client.get("/hives?page=2&limit=2")
            #expect(page.headers["X-Total-Count"] == "3")
            #expect(page.headers["Link"] == "</hives?page=1&limit=2>; rel=\"prev\"")
            try await client.get("/hives/3").expect(.ok)
            var nameless = new
            nameless.name = " "
            try await client.post("/hives", json: nameless)
                .expectProblem(.unprocessableContent, code: "name")
        }
    }

    @Test func `no honey soon after a treatment`() async throws {
        try await withApp { client, services in
            try await client.post("/hives", json: new).expect(.created)
            try await client.send(.put, "/hives/1/treatment?day=2026-06-01").expect(.ok)
            let early = NewHarvest(
                grams: 9000, water: 17.5, day: Date(timeIntervalSince1970: 1_781_300_000))
            try await client.post("/hives/1/harvests", json: early)
                .expectProblem(.conflict, code: "treated")
            var late = early
            late.day = Date(timeIntervalSince1970: 1_790_000_000)
            try await client.post("/hives/1/harvests", json: late).expect(.created)
            #expect(try await client.get("/harvests").text.contains("premium"))
            try await client.get("/internal/api/reports/apiaries/yearly/honey/totals")
                .expect(json: ["premium": 9000])
            #expect(try await services.harvests.total() == ["premium": 9000])
        }
    }
}
