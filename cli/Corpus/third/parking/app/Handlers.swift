import Fledge

/// Handlers that need no type of their own.
func takeTicket(_ request: Request, _ tickets: TicketMachine) async throws -> Response {
    let arrival = try await request.json(Arrival.self)
    let ticket = try await tickets.enter(arrival)
    let wantsPage = request.headers["Accept"]?.contains("text/html") ?? false
    if wantsPage { return Response(.seeOther).header("Location", "/tickets/\(ticket.id).html") }
    return Response.json(ticket, status: .created).header("Location", "/api/tickets/\(ticket.id)")
}

func occupancyPage(_ garage: Garage) async -> HTML {
    let floors = await garage.floors()
    let total = floors.reduce(0) { $0 + $1.size }
    let taken = floors.reduce(0) { $0 + $1.taken }
    let percent = total == 0 ? 0 : taken * 100 / total
    let rows = floors.map { floor in
        let width = floor.size == 0 ? 0 : floor.taken * 20 / floor.size
        let bar = String(repeating: "#", count: width) + String(repeating: ".", count: 20 - width)
        return "<li>Floor \(floor.number): <code>\(bar)</code></li>"
    }
    let colour = percent > 90 ? "red" : percent > 60 ? "orange" : "green"
    return HTML("<h1 style=\"color: \(colour)\">\(percent) %</h1><ul>\(rows.joined())</ul>")
}

extension Wiring {
    /// The barrier asks; 402 keeps it down.
    @Sendable func exit(_ request: Request) async throws -> Response {
        let id = try request.parameter("id", as: Int.self)
        do {
            try await tickets.leave(id)
            return Response(.noContent)
        } catch ParkingError.unpaid(let cents) {
            return Response.json(["due": cents], status: .paymentRequired)
        }
    }
}

extension ParkingError: ProblemConvertible {
    var problem: Problem {
        switch self {
        case .full: Problem(.serviceUnavailable, "There is no space.", code: "full", headers: [.retryAfter: "300"])
        case .noTicket(let id): Problem(.notFound, "There is no ticket \(id).")
        case .noPermit(let plate): Problem(.notFound, "\(plate) has no permit.")
        case .unpaid(let cents): Problem(.paymentRequired, "\(cents) cents are due.")
        case .tooManyPermits: Problem(.conflict, "A household has two permits.", code: "too_many")
        }
    }
}
