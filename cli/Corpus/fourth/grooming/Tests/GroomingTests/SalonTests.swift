import Fledge
import FledgeData
import FledgeDataTesting
import FledgeTesting
import Foundation
import Testing

@testable import Grooming

@Suite struct SalonTests {
    private func open(_ body: (TestClient) async throws -> Void) async throws {
        let database = try TestDatabase.current
        try await database.execute("INSERT INTO owners (name) VALUES ('Ada Lovelace')")
        try await database.execute("INSERT INTO groomers (name) VALUES ('Grace Hopper')")
        let services = Services(
            database: database, now: { Date(timeIntervalSince1970: 1_800_000_000) })
        try await makeApp(services).test { try await body($0) }
    }

    let rex: JSON = [
        "owner": 1, "dog": "Rex", "kilograms": 42, "coat": "double",
        "start": "2027-01-15T09:00:00Z",
    ]

    @Test(.database(migrations: "migrations"))
    func `a big dog with two coats costs more`() async throws {
        try await open { client in
            let added = try await client.post("/appointments", json: rex).expect(.created)
            #expect(try added.member("price") == 78_00)
            try await client.get("/appointments/1").expect(.ok)
            #expect(try await client.get("/appointments").headers["X-Pages"] == "1")
            try await client.get("/owners/1/visits")
                .expect(json: [["dog": "Rex", "price": 78_00]])
        }
    }

    @Test(.database(migrations: "migrations"))
    func `who cancels late pays half`() async throws {
        try await open { client in
            try await client.post("/appointments", json: rex).expect(.created)
            try await client.delete("/appointments/1").expect(json: ["fee": 39_00])
            try await client.delete("/appointments/7").expectProblem(.notFound)
        }
    }

    @Test(.database(migrations: "migrations"))
    func `people are found by parts of their names`() async throws {
        try await open { client in
            #expect(try await client.get("/owners/search?q=love").text.contains("Ada"))
            #expect(try await client.get("/groomers/search?q=hop").text.contains("Grace"))
        }
    }
}
