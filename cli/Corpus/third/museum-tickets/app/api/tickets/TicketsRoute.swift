import Fledge
import TicketDesk

@Schema struct Paging {
    @Field(.range(1...100_000)) var page: Int = 1
    @Field(.range(1...100)) var size: Int = 20
}

@Route struct TicketsRoute {
    let desk: Desk

    func POST(body: Purchase) async throws -> Created<Ticket> {
        let ticket = try await desk.sell(body)
        return Created(ticket, at: "/api/tickets/\(ticket.id)")
    }

    /// All tickets, with links to the pages beside this one.
    func GET(request: Request, query: Paging) async throws -> Response {
        let (page, size) = (query.page, query.size)
        let (tickets, total) = try await desk.sold(skip: (page - 1) * size, take: size)
        let last = max(1, (total + size - 1) / size)
        var links: [String] = []
        if page > 1 { links.append("<\(request.path)?page=\(page - 1)&size=\(size)>; rel=\"prev\"") }
        if page < last { links.append("<\(request.path)?page=\(page + 1)&size=\(size)>; rel=\"next\"") }
        return Response.json(tickets)
            .header("Link", links.joined(separator: ", "))
            .header("X-Total-Count", String(total))
    }
}
