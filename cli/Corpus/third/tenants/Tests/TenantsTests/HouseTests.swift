import Fledge
import FledgeTesting
import Testing

@testable import Tenants

@Suite struct HouseTests {
    let registry = Registry()

    private func signed(_ flat: String = "1A", rent: Int = 50_000) async throws -> Lease {
        try await registry.leases.sign(NewLease(tenant: "Ada; Co", flat: flat, rent: rent))
    }

    @Test(arguments: [(11, 50_000), (12, 55_000)])
    func `rents rise after a year, by a tenth`(months: Int, rent: Int) async throws {
        let api = LeaseAPI(leases: registry.leases)
        let lease = try await api.sign(body: NewLease(tenant: "Ada", flat: "1A", rent: 50_000)).value
        for _ in 0..<months { _ = try await api.month(id: lease.id) }
        #expect(try await api.raise(id: lease.id, body: Raise(by: 9_000)).rent == rent)
        #expect(await api.list(flat: "2B").isEmpty)
    }

    @Test func `a flat is let once`() async throws {
        _ = try await signed()
        await #expect(throws: LeaseError.taken("1A")) { try await signed() }
    }

    @Test func `lists are for spreadsheets`() async throws {
        _ = try await signed()
        try await house(registry).test { client in
            let leases = try await client.get("/leases/export")
            #expect(leases.text == "sep=;\n\"1A\";\"Ada, Co\";500\n\"\";\"1\";500\n")
            let repairs = try await client.get("/repairs/export")
            #expect(repairs.text.hasSuffix("\"\";\"0\";0\n"))
        }
    }

    @Test func `a repair is reported and done`() async throws {
        let lease = try await signed()
        let desk = registry.repairs
        let api = RepairAPI(repairs: desk, leases: registry.leases)
        _ = try await api.report(body: NewRepair(lease: lease.id, what: "the tap drips"))
        #expect(await api.move(id: 1, to: .done)?.status == .done)
        #expect(await api.list(status: .reported).isEmpty)
        #expect(await desk.move(7, to: .done) == nil)
    }

    @Test func `the portal wants a link`() async throws {
        try await house(Registry(flags: "portal")).test { client in
            try await client.get("/portal").expectProblem(.unauthorized)
        }
    }

    @Test func `December is frozen`() {
        #expect(throws: LeaseError.frozen) { try MonthFreeze().check(month: 12) }
    }
}
