import FledgeData
import FledgeDataTesting
import FledgeTesting
import Foundation
import Testing

@testable import Toll

@Suite struct TollTests {
    private let noon = Date(timeIntervalSince1970: 1_767_268_800)

    private func withApp(_ body: (TestClient) async throws -> Void) async throws {
        let app = App(mode: .test)
        FileRoutes.mount(on: app, services: Services(database: try TestDatabase.current))
        try await app.test { try await body($0) }
    }

    @Test(.database(migrations: "migrations"))
    func `a car pays, and its owner is told`() async throws {
        try await withApp { client in
            let car = NewPassage(plate: "ZH77", vehicle: .car, at: noon)
            let passage = try await client.post("/api/gates/west/passages", json: car)
                .expect(.created).json(Passage.self)
            #expect(passage.cents == 240)
            try await client.get("/api/accounts/ZH77").expect(json: [
                "plate": "ZH77", "cents": "240",
            ])
            try await client.get("/api/accounts/ZH77/months")
                .expect(json: [["month": "2026-01", "due": 240]])
            let export = try await client.get(
                "/api/admin/backoffice/exports/accounting/monthly/text/ZH77")
            #expect(export.text == "2026-01;1;240")
            try await client.post("/api/gates/moon/passages", json: car).expectProblem(.notFound)
        }
    }

    @Test(.database(migrations: "migrations"))
    func `two gates at once are an alert`() async throws {
        try await withApp { client in
            let car = NewPassage(plate: "ZH77", vehicle: .car, at: noon)
            for gate in ["west", "pass"] {
                try await client.post("/api/gates/\(gate)/passages", json: car).expect(.created)
            }
            let alerts = try await client.get("/api/alerts?since=2026-01-01").json([Alert].self)
            #expect(alerts.map(\.plate) == ["ZH77"])
        }
    }

    @Test func `lorries seconds apart are a convoy`() {
        let passages = [0, 10, 500].map {
            Passage(
                id: $0, gate: "west", plate: "L\($0)", cents: 0,
                at: noon.addingTimeInterval(Double($0)))
        }
        #expect(ConvoyService().convoys(passages).map(\.count) == [2, 1])
    }
}
