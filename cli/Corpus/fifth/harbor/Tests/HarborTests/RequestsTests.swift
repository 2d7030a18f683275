import Fledge
import FledgeDataTesting
import FledgeTesting
import Foundation
import HarborDatabase
import HarborServices
import Testing

@testable import Harbor

@Suite struct RequestsTests {
    @Test(.database(migrations: "migrations"))
    func `a ship asks and a pilot comes`() async throws {
        let services = Services(
            store: SQLPilotageStore(try TestDatabase.current), depths: ["emden": 10])
        let app = makeApp(services: services, environment: Environment(mode: .test, values: [:]))
        try await app.test { client in
            let base = "/api/v2/ports/emden/requests"
            let new = NewRequest(ship: "Ems", draught: 5, eta: Date().addingTimeInterval(86_400))
            let created = try await client.post(base, json: new).expect(.created)
            #expect(created.headers[.location] == "\(base)/1")
            #expect(try await client.get(base).text.contains("Ems"))
            try await client.get("\(base)/1").expect(.ok)
            try await client.put("\(base)/1", json: ["pilot": "Jan"]).expect(.ok)
            try await client.put("\(base)/1", json: ["pilot": "Ole"])
                .expectProblem(.conflict, code: "taken")
            try await client.get("/api/v2/ports/hamburg/requests/1").expectProblem(.notFound)
        }
    }
}
