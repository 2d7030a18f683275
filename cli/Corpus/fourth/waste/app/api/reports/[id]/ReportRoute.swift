import Fledge

@Route struct ReportRoute {
    let reports: ReportService

    func GET(id: Int) async throws -> Report? { try await reports.find(id) }

    func DELETE(id: Int) async throws -> Response {
        guard try await reports.close(id) else {
            throw Problem(.notFound, "There is no report \(id).")
        }
        return Response(.noContent)
    }
}
