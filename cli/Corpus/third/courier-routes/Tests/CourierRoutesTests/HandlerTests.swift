import Dispatch
import DispatchStore
import Fledge
import FledgeDataTesting
import FledgeTesting
import Testing

@testable import CourierRoutes

@Suite(.database(migrations: "migrations")) struct HandlerTests {
    private func app(_ key: String? = nil) throws -> App {
        let db = try TestDatabase.current
        return expressLike(Planner(stops: SQLStops(db)), db, hookKey: key)
    }

    @Test func `a parcel waits at its depot`() async throws {
        try await app().test { client in
            let made = try await client.post(
                "/parcels", json: ["zip": "10115", "street": "Elm 1", "grams": 6000])
            let location = try #require(made.headers["Location"])
            try await client.get(location).expect(.ok)
            for kind in ["depots/north", "couriers/ada"] {
                #expect(try await client.get("/\(kind)/sheet").text.hasPrefix("Sheet for"))
            }
        }
    }

    @Test(arguments: ["1011", "ABCDE"]) func `a zip has five digits`(zip: String) async throws {
        try await app().test { client in
            try await client.post("/parcels", json: ["zip": .string(zip), "street": "E", "grams": 1])
                .expectProblem(.badRequest)
        }
    }

    @Test func `jams come from who has the key`() async throws {
        try await app("k").test { client in
            let jam: JSON = ["zip": "10115", "delay": 20]
            try await client.post("/hooks/traffic", json: jam).expectProblem(.unauthorized)
            try await client.post("/hooks/traffic", json: jam, headers: ["X-Hook-Key": "k"])
                .expect(.noContent)
        }
    }

    @Test func `depots are counted`() async throws {
        try await app().test { client in
            try await client.get("/parcels/counts").expect(json: [:])
        }
    }
}
