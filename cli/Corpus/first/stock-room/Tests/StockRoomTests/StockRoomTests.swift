import Fledge
import FledgeDataTesting
import FledgeTesting
import Testing

@testable import StockRoom

@Suite(.database(migrations: "migrations")) struct StockRoomTests {
    @Test func `what is not there cannot be taken`() async throws {
        let services = Services(database: try TestDatabase.current)
        let pen = try await services.inventory.add(NewPart(name: "Pen", cents: 200, stock: 3, minimum: 2))
        await #expect(throws: InventoryError.soldOut(pen.id)) { try await services.inventory.take(4, of: pen.id) }
        #expect(try await services.inventory.find(pen.id)?.stock == 3)
        #expect(try await services.inventory.list(limit: 10).count == 1)
        #expect(try await services.inventory.low().isEmpty)
    }

    @Test func `an order takes its parts`() async throws {
        try await makeApp(services: Services(database: try TestDatabase.current)).test { client in
            try await client.post("/parts", json: ["name": "Pen", "cents": 200, "stock": 3, "minimum": 2] as JSON)
                .expect(.created)
            let lines: JSON = ["lines": [["part": 1, "quantity": 2]]]
            try await client.post("/orders", json: lines).expect(json: ["total": 400, "reorder": 1])
            try await client.post("/orders", json: lines).expectProblem(.conflict, code: "out_of_stock")
            try await client.get("/parts/1").expect(.ok)
            try await client.get("/parts?limit=5").expect(.ok)
            try await client.get("/reports/low").expect(.ok)
            try await client.get("/reports/value").expect(json: ["cents": 200])
        }
    }

    @Test func `a label shouts`() {
        let part = Part(id: 7, name: "Pen", cents: 1, stock: 1, minimum: 0)
        #expect(LabelService().label(for: part) == "PEN\n#7  1 piece")
    }
}
