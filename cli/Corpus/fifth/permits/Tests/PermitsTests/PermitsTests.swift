import Fledge
import FledgeDataTesting
import FledgeTesting
import Testing

@testable import Permits

@Suite(.database(migrations: "migrations")) struct PermitsTests {
    func withApp(_ body: (TestClient) async throws -> Void) async throws {
        let app = App(environment: Environment(mode: .test, values: [:]))
        FileRoutes.mount(on: app, services: Services(database: try TestDatabase.current))
        try await app.test { try await body($0) }
    }

    let new = NewPermit(applicant: "ada@example.com", plot: "012/3456", area: 100)

    @Test(arguments: [(10, 12_000), (100, 16_000), (300, 28_500)])
    func `a permit costs by its area`(area: Int, fee: Int) async throws {
        var larger = new
        larger.area = area
        try await withApp { client in
            let created = try await client.post("/permits", json: larger).expect(.created)
            #expect(try created.json(Permit.self).fee == fee)
        }
    }

    @Test func `a permit is decided once, and not by its applicant`() async throws {
        try await withApp { client in
            try await client.post("/permits", json: new).expect(.created)
            try await client.post(
                "/permits/1/documents", json: NewDocument(title: "Plan", text: "A house.")
            ).expect(.created)
            #expect(try await client.get("/permits/1/invoice").text.hasSuffix("EUR 160.00"))
            var own = client, clerk = client
            own.headers["Clerk"] = "ada@example.com"
            clerk.headers["Clerk"] = "bob@example.com"
            let approval = ["state": "approved"]
            try await own.put("/permits/1/decision", json: approval).expectProblem(.conflict)
            try await clerk.put("/permits/1/decision", json: approval).expect(.ok)
            try await clerk.put("/permits/1/decision", json: approval).expectProblem(.conflict)
            #expect(try await client.get("/permits/1").member("state") == "approved")
            #expect(try await client.get("/statistics").text.contains("\"number\":1"))
            try await client.get("/permits/2").expectProblem(.notFound)
        }
    }

    @Test(arguments: [("ada", "012/3456"), ("ada@example.com", "12/34")])
    func `an application says who and where`(applicant: String, plot: String) async throws {
        try await withApp { client in
            let wrong = NewPermit(applicant: applicant, plot: plot, area: 10)
            try await client.post("/permits", json: wrong).expectProblem(.unprocessableContent)
        }
    }
}
