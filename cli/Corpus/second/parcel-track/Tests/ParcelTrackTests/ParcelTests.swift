import Fledge
import FledgeDataTesting
import FledgeTesting
import Testing

@testable import ParcelTrack

@Suite(.database(migrations: "migrations")) struct ParcelTests {
    @Test func `two scans at one place are one, and express leaves first`() async throws {
        let parcels = Services(database: try TestDatabase.current).parcels
        _ = try await parcels.send("PT00000000", speed: "express", grams: 5)
        try await parcels.scan("PT00000000", at: "Bern")
        try await parcels.scan("PT00000000", at: "Bern")
        #expect(try await parcels.find("PT00000000")?.scans == 1)
        #expect(try await parcels.clear("Bern") == 1)
        await #expect(throws: ParcelError.unknown("x")) { try await parcels.scan("x", at: "Bern") }
    }

    @Test func `a parcel is sent, scanned and found`() async throws {
        try await makeApp(services: Services(database: try TestDatabase.current)).test { client in
            let parcel: JSON = ["number": "PT00000000", "speed": "standard", "grams": 900]
            try await client.post("/parcels", json: parcel).expect(.created)
            try await client.post("/parcels", json: ["number": "PT00000000", "speed": "slow", "grams": 900] as JSON)
                .expectProblem(.unprocessableContent, code: "parcel")
            try await client.post("/scans", json: ["code": "pt 0000-0000", "place": "Bern"]).expect(.accepted)
            try await client.post("/scans", json: ["code": "PT00000001", "place": "Bern"])
                .expectProblem(.badRequest, code: "check_digit")
            try await client.get("/track/PT00000000").expect(.ok)
            try await client.get("/track/PT1").expectProblem(.badRequest, code: "number")
            try await client.get("/depots/Bern/load").expect(json: ["parcels": 1])
        }
    }
}
