import Fledge
import FledgeSQLite
import FledgeTesting
import Pharmacy
import PharmacySQL
import Testing

@testable import PharmacyStock

@Suite struct ControllerTests {
    private func withApp(_ body: @Sendable (TestClient) async throws -> Void) async throws {
        let database = try await Database.inMemory()
        try await Migrations(directory: "migrations").apply(to: database)
        let shelves = SQLShelves(database)
        let services = Services(shelves: shelves, clerk: Dispensary(shelves: shelves))
        try await pharmacyApp(services, database).test { client in
            let new: JSON = ["code": "MOR0010", "name": "Morphine", "isControlled": true, "minimumAge": 18]
            try await client.post("/drugs", json: new).expect(.created)
            try await client.send(.put, "/drugs/MOR0010/packs?packs=4").expect(.ok)
            try await body(client)
        }
    }

    @Test(arguments: [(17, 1, "age"), (40, 3, "controlled")])
    func `controlled drugs are not for everybody`(age: Int, packs: Int, code: String) async throws {
        try await withApp { client in
            try await client.post("/dispensings", json: [
                "doctor": "Who", "patientAge": .integer(age),
                "lines": [["code": "MOR0010", "packs": .integer(packs)]],
            ]).expectProblem(.conflict, code: code)
        }
    }

    @Test func `an unchanged drug is not sent again`() async throws {
        try await withApp { client in
            let tag = try #require(try await client.get("/drugs/MOR0010").headers["ETag"])
            try await client.get("/drugs/MOR0010", headers: ["If-None-Match": tag]).expect(.notModified)
            try await client.get("/drugs?controlled=false").expect(json: [])
            try await client.get("/reports/shortages").expect(json: ["MOR0010"])
        }
    }
}
