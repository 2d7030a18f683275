import Fledge

@Route struct RunRoute {
    let reports: ReportService

    /// Called by cron.
    func POST(cronKey: Header<String>?) async throws -> JSON {
        guard cronKey?.value == "nightly" else { throw Problem(.unauthorized) }
        return ["removed": .integer(try await reports.removeDone())]
    }
}
