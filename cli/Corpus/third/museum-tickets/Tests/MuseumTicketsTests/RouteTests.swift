import Fledge
import FledgeSQLite
import FledgeTesting
import TicketDatabase
import TicketDesk
import Testing

@testable import MuseumTickets

@Suite struct RouteTests {
    private func open(_ run: @Sendable (TestClient) async throws -> Void) async throws {
        let database = try await Database.inMemory()
        try await Migrations(directory: "migrations").apply(to: database)
        try await database.execute(
            "INSERT INTO exhibitions (slug, old_slug, title, price, left) VALUES ('klee', 'paul', 'Klee', 1200, 9)")
        let settings = Services.Settings(cronSecret: "s", isAudioGuideOn: true)
        try await museum(Services(vault: SQLVault(database), settings: settings)).test { try await run($0) }
    }

    @Test func `an exhibition is a page for people and data for programs`() async throws {
        try await open { client in
            try await client.get("/exhibitions/klee").expect(.ok)
            let page = try await client.get("/exhibitions/klee", headers: ["Accept": "text/html"])
            #expect(page.text.contains("from 12.00 €") && page.text.contains("Listen"))
            try await client.get("/exhibitions/paul").expect(.permanentRedirect)
        }
    }

    @Test func `tickets come in pages`() async throws {
        try await open { client in
            for _ in 0..<3 {
                try await client.post("/api/tickets", json: ["exhibition": "klee", "adults": 1]).expect(.created)
            }
            let page = try await client.get("/api/tickets?page=2&size=1")
            #expect(page.headers["Link"]?.contains("page=3") == true)
        }
    }

    @Test(arguments: [("Bearer s", 200), ("Bearer t", 401)])
    func `the sweep is for the scheduler`(authorization: String, status: Int) async throws {
        try await open { client in
            let answer = try await client.get("/api/cron/sweep", headers: ["Authorization": authorization])
            #expect(answer.status.code == status)
        }
    }
}
