import Fledge
import FledgeDataTesting
import FledgeTesting
import Testing

@testable import SpareParts

@Suite(.database(migrations: "migrations")) struct SparePartsTests {
    @Test func `prices end in 0 or 5`() async throws {
        let services = Services(database: try TestDatabase.current)
        let part = try await services.catalog.add(NewPart(sku: "ABC-0001", name: "Belt", machine: "M1", cents: 1_013))
        #expect(part.cents == 1_015)
        #expect(try await services.catalog.find("ABC-0001") == part)
        #expect(try await services.catalog.list(for: "M2").isEmpty)
        #expect(try await services.baskets.parts(of: ["ABC-0001", "XYZ-9999"]).count == 1)
    }

    @Test func `ten cost less than ten times one`() async throws {
        try await makeApp(services: Services(database: try TestDatabase.current)).test { client in
            let belt: JSON = ["sku": "ABC-0001", "name": "Belt", "machine": "M1", "cents": 1000]
            try await client.post("/api/parts", json: belt).expect(.created)
            try await client.post("/api/parts", json: ["sku": "1", "name": "B", "machine": "M", "cents": 1] as JSON)
                .expectProblem(.unprocessableContent, code: "sku")
            try await client.post("/api/basket", json: [["sku": "ABC-0001", "quantity": 10]] as JSON)
                .expect(json: ["total": 9500, "shipping": 990])
            try await client.get("/api/parts/ABC-0001").expect(.ok)
            try await client.get("/api/parts?machine=M1").expect(.ok)
            try await client.get("/api/machines").expect(json: ["M1"])
        }
    }

    @Test func `suppliers count in dozens`() async throws {
        let part = Part(sku: "ABC-0001", name: "Belt", machine: "M1", cents: 1)
        #expect(try await SupplierService().order(part, quantity: 13) == 24)
    }
}
