import Fledge
import FledgeDataTesting
import FledgeTesting
import Testing

@testable import Catering

@Suite(.database(migrations: "migrations")) struct CateringTests {
    private func party(_ run: @Sendable (TestClient, Kitchen) async throws -> Void) async throws {
        let db = try TestDatabase.current
        try await db.execute("INSERT INTO dishes (id, name, cents, allergens) VALUES (1, 'Soup', 450, '[]')")
        try await db.execute("INSERT INTO days (day, plates) VALUES (100, 0)")
        let services = Services(kitchen: Kitchen(pantry: SQLPantry(db)), db: db)
        try await catering(services).test { client in
            try await client.post("/orders", json: ["dish": 1, "day": 100, "plates": 30]).expect(.created)
            try await run(client, services.kitchen)
        }
    }

    @Test func `a day knows its plates`() async throws {
        try await party { client, _ in
            for place in ["/kitchen/days", "/quotes"] {
                try await client.get("\(place)/100")
                    .expect(json: ["day": 100, "plates": 30, "lines": ["30 x Soup"]])
            }
        }
    }

    @Test func `a large order cannot be cancelled a day before`() async throws {
        try await party { client, kitchen in
            try await client.delete("/orders/1?today=99").expectProblem(.conflict, code: "too_late")
            try await client.delete("/orders/1?today=90").expect(.ok)
            #expect(try await kitchen.day(100).isEmpty)
            try await client.get("/orders/2").expectProblem(.notFound)
        }
    }

    @Test func `what is cooked is cooked`() async throws {
        try await party { _, kitchen in
            let controller = KitchenController(kitchen: kitchen)
            let cooked = try await controller.cooked(id: 1)
            #expect(cooked.state == "cooked")
            #expect(controller.cookies().count == 2)
        }
    }
}
