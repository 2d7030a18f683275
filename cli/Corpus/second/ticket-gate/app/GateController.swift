import Fledge
import TicketGateServices

/// What the scanners at the doors call. They have a small display, and read plain text.
@Controller struct GateController {
    let gate: Gate

    @POST("/scan/:code") func scan(code: String, door: Header<String>) async throws -> Response {
        let verdict = try await gate.admit(code, at: door.value)
        let text: String
        switch verdict {
        case .welcome(let holder): text = "WELCOME \(holder.uppercased().prefix(12))"
        case .again(let door): text = "USED AT \(door)"
        case .unknown: text = "UNKNOWN"
        }
        return Response(verdict.isWelcome ? .ok : .forbidden, body: "\(text)")
            .header(.contentType, "text/plain; charset=us-ascii")
    }
}

extension TicketError: ProblemConvertible {
    package var problem: Problem {
        switch self {
        case .soldOut: Problem(.conflict, "Sold out.", code: "sold_out")
        case .tooManyForOne(let limit): Problem(.conflict, "At most \(limit) for one person.", code: "limit")
        }
    }
}
