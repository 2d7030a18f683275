import Fledge
import Lab

/// Results from other labs, as lines of text with a header field for the key.
@Controller struct InboundController {
    let results: ResultBoard
    let key: String?

    @POST func inbound(xKey: Header<String>?, body: String) async throws -> Response {
        guard let key, xKey?.value == key else { throw Problem(.unauthorized, "Unknown partner.") }
        var kept = 0
        var refused: [JSON] = []
        for (number, line) in body.split(whereSeparator: \.isNewline).enumerated() {
            do {
                try await results.add(LabMessage(parsing: line))
                kept += 1
            } catch let error as LabError {
                refused.append(["line": .integer(number + 1), "reason": .string("\(error)")])
            }
        }
        let status: Status = refused.isEmpty ? .ok : kept == 0 ? .unprocessableContent : .multiStatus
        return Response.json(["kept": .integer(kept), "refused": .array(refused)] as JSON, status: status)
    }
}
