import Fledge
import TicketGateServices

@Controller struct TicketController {
    let office: TicketOffice

    @GET func list(event: Int, holder: String?) async throws -> [Ticket] {
        try await office.tickets(of: event, holder: holder)
    }

    /// Sells a ticket. Asking again with the same key answers with the first ticket and 200.
    @POST func sell(event: Int, idempotencyKey: Header<String>?, body: Purchase) async throws -> Response {
        let sale = try await office.sell(body, for: event, key: idempotencyKey?.value)
        var response = Response.json(sale.ticket, status: sale.isNew ? .created : .ok)
        if sale.isNew { response.headers[.location] = "/events/\(event)/tickets/\(sale.ticket.code)" }
        if sale.isScarce { response.headers["X-Few-Left"] = String(sale.remaining) }
        return response
    }

    @DELETE("/:code") func refund(event: Int, code: String) async throws -> Response {
        switch try await office.refund(code) {
        case .refunded(let cents): return Response.json(["cents": cents])
        case .alreadyUsed: throw Problem(.conflict, "This ticket was used at the gate.", code: "used")
        case .unknown: throw Problem(.notFound, "There is no ticket \(code).")
        }
    }
}
