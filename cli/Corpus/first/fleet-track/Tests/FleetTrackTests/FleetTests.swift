import Fledge
import FledgeDataTesting
import FledgeTesting
import Testing

@testable import FleetTrack

@Suite(.database(migrations: "migrations")) struct FleetTests {
    @Test func `a position from the past is refused, and who is retired is not shown`() async throws {
        let fleet = Services(database: try TestDatabase.current).fleet
        let van = try await fleet.register(NewVehicle(plate: "BE 1"))
        try await fleet.record(Fix(latitude: 46, longitude: 7, time: 20), of: van.id)
        await #expect(throws: FleetError.fromThePast) {
            try await fleet.record(Fix(latitude: 46, longitude: 7, time: 10), of: van.id)
        }
        #expect(try await fleet.track(of: van.id, from: 0, to: 99).count == 1)
        #expect(try await fleet.lastFixes().count == 1)
        #expect(try await fleet.retire(van.id))
        #expect(try await fleet.vehicles().isEmpty)
    }

    @Test func `a vehicle drives`() async throws {
        try await makeApp(services: Services(database: try TestDatabase.current)).test { client in
            try await client.post("/vehicles", json: ["plate": "BE 1"]).expect(.created)
            for time in [1, 2] {
                try await client.post("/vehicles/1/positions", json: ["latitude": 46, "longitude": 7, "time": .integer(time)] as JSON)
                    .expect(.accepted)
            }
            try await client.post("/vehicles/1/positions", json: ["latitude": 91, "longitude": 7, "time": 3])
                .expectProblem(.unprocessableContent, code: "place")
            try await client.get("/vehicles/1/positions?limit=1").expect(.ok)
            try await client.get("/vehicles/1/distance").expect(json: ["metres": 0])
            try await client.get("/nearest?latitude=46&longitude=7").expect(json: [["vehicle": 1, "metres": 0]])
            try await client.get("/vehicles").expect(.ok)
        }
    }
}
