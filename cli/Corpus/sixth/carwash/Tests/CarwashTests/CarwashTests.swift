import FledgeDataTesting
import FledgeTesting
import Testing

@testable import Carwash

@Suite struct CarwashTests {
    private func withApp(_ body: (TestClient) async throws -> Void) async throws {
        let app = App(mode: .test)
        FileRoutes.mount(on: app, services: Services(database: try TestDatabase.current))
        try await app.test { try await body($0) }
    }

    @Test(.database(migrations: "migrations"))
    func `the tenth wash is free`() async throws {
        try await withApp { client in
            let new = NewWash(plate: "B-42", program: "shine", bay: 1)
            for _ in 1...9 { try await client.post("/api/washes", json: new).expect(.created) }
            let tenth = try await client.post("/api/washes", json: new).json(Wash.self)
            #expect(tenth.price == 0)
        }
    }

    @Test(.database(migrations: "migrations"))
    func `the receipt and the slip say the same`() async throws {
        try await withApp { client in
            let new = NewWash(plate: "B-42", program: "rinse", bay: 2)
            try await client.post("/api/washes", json: new).expect(.created)
            let receipt = try await client.get("/api/washes/1/receipt").expect(.ok)
            let slip = try await client.get(
                "/api/kiosk/terminal/screens/payment/confirmation/print/1")
            #expect(receipt.text == slip.text)
        }
    }

    @Test(.database(migrations: "migrations"))
    func `bays and programs are listed`() async throws {
        try await withApp { client in
            #expect(try await client.get("/api/bays").json([BayState].self).count == 4)
            let programs = try await client.get("/api/programs").json([WashProgram].self)
            #expect(programs == WashProgram.standard)
        }
    }
}
