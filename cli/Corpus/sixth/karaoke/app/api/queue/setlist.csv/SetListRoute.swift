import Fledge
import Foundation

@Route struct SetListRoute {
    let queue: QueueService

    /// Tonight's list, for the host.
    func GET() async throws -> Response {
        let entries = try await queue.entries()
        var csv = "position,singer,song\r\n"
        for entry in entries {
            let fields = ["\(entry.position)", entry.singer, "\(entry.songID)"].map { field in
                field.contains(",") || field.contains("\"")
                    ? "\"" + field.replacing("\"", with: "\"\"") + "\"" : field
            }
            csv += fields.joined(separator: ",") + "\r\n"
        }
        return Response.text(csv)
            .header("Content-Type", "text/csv; charset=utf-8")
            .header("Content-Disposition", "attachment; filename=\"setlist.csv\"")
    }
}
