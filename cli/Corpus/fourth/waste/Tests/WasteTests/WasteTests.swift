import Fledge
import FledgeData
import FledgeDataTesting
import Testing

@testable import Waste

@Suite(.database(migrations: "migrations")) struct WasteTests {
    @Test func `the third pickup of a year costs`() async throws {
        let route = PickupsRoute(pickups: PickupService(database: try TestDatabase.current))
        let sofa = NewPickup(household: 1, postcode: "80331", items: ["sofa"], year: 2026)
        #expect(try await route.POST(body: sofa).value.fee == 0)
        #expect(try await route.POST(body: sofa).value.fee == 0)
        #expect(try await route.POST(body: sofa).value.fee == 27_50)
        let nowhere = NewPickup(household: 1, postcode: "8O331", items: ["sofa"], year: 2026)
        await #expect(throws: Problem.self) { try await route.POST(body: nowhere) }
    }

    @Test func `a holiday moves the day`() async throws {
        let database = try TestDatabase.current
        try await database.execute("INSERT INTO districts (name, weekday) VALUES ('north', 2)")
        try await database.execute("INSERT INTO holidays (day) VALUES (9)")
        let districts = DistrictService(database: database)
        let next = try await NextRoute(districts: districts).GET(district: "north", today: 8)
        #expect(next == ["district": "north", "day": 10, "in": 2])
        let text = try await ReminderRoute(districts: districts).GET(district: "north", date: 8)
        #expect(text == "Nothing to do.")
    }

    @Test func `a report is listed until it is done`() async throws {
        let database = try TestDatabase.current
        let reports = ReportService(database: database)
        let list = ReportsRoute(reports: reports, database: database)
        let report = try await list.POST(body: NewReport(street: "Main street 1")).value
        #expect(try await ReportRoute(reports: reports).GET(id: report.id) == report)
        #expect(try await list.GET(open: true, page: 1).count == 1)
        #expect(try await reports.close(report.id))
        #expect(try await list.GET(open: true, page: 1).isEmpty)
        let removed = try await RunRoute(reports: reports).POST(cronKey: Header("nightly"))
        #expect(removed == ["removed": 1])
    }
}
