import Fledge
import FledgeData

@Route struct ReportsRoute {
    let reports: ReportService
    let database: Database

    /// All bins that were forgotten, for the depot's screen.
    func GET(open: Bool = true, page: Int = 1) async throws -> [Report] {
        let filter: SQL = open ? "WHERE done = 0" : ""
        let offset = (page - 1) * 50
        return try await database.query(
            "SELECT * FROM reports \(filter) ORDER BY id LIMIT 50 OFFSET \(offset)",
            as: Report.self)
    }

    func POST(body: NewReport) async throws -> Created<Report> {
        let report = try await reports.add(body)
        return Created(report, at: "/api/reports/\(report.id)")
    }
}
