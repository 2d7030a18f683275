import Fledge
import FledgeTesting
import Testing

@testable import PayrollLite

@Suite struct PayrollTests {
    let services = Services(store: StaffStore())

    @Test func `December pays twice`() async throws {
        let ada = try await services.staff.hire(NewEmployee(name: "Ada", salary: 300_000, since: 10))
        #expect(try await services.payroll.pay(of: ada.id, month: 24).gross == 600_000)
        #expect(try await services.payroll.pay(of: ada.id, month: 25).net == 268_200)
        await #expect(throws: PayrollError.notEmployed(month: 9)) {
            try await services.payroll.pay(of: ada.id, month: 9)
        }
        #expect(PayrollError.nobody(7).status == .notFound)
        #expect(services.bonuses.bonus(for: ada, month: 70) == 30_000)
        #expect(try await services.staff.list() == [ada])
    }

    @Test func `somebody is hired and paid`() async throws {
        try await makeApp(services: services).test { client in
            try await client.post("/staff", json: ["name": "Ada", "salary": 300000, "since": 0] as JSON).expect(.created)
            try await client.get("/staff").expect(.ok)
            try await client.get("/staff/1/pay?month=13").expect(json: ["net": 268200])
            try await client.get("/staff/9/pay?month=13").expectProblem(.notFound)
        }
    }
}
