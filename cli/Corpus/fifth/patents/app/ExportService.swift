import Fledge
import Foundation

/// The docket as a spreadsheet.
struct ExportService: Sendable {
    let docket: Docket

    func export(for request: Request) async -> Response {
        let separator = request.headers[.acceptLanguage]?.hasPrefix("de") == true ? ";" : ","
        let rows = await docket.patents.values.sorted { $0.id < $1.id }.map { patent in
            [String(patent.id), patent.country, patent.filedAt.ISO8601Format()]
                .joined(separator: separator)
        }
        return Response.text(rows.joined(separator: "\n"))
            .header(.contentType, "text/csv; charset=utf-8")
            .header(.contentDisposition, "attachment; filename=\"docket.csv\"")
    }
}
