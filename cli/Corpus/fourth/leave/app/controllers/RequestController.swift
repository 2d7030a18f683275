import Fledge
import LeaveServices

@Schema struct PageQuery {
    @Field(.range(1...10_000)) var page: Int = 1
    @Field(.range(1...100)) var limit: Int = 20
}

@Controller struct RequestController {
    let requests: any RequestDesk

    /// The requests of a team, newest first, with a link to the next page.
    @GET func list(employee: Employee, query: PageQuery) async throws -> Fledge.Response {
        let offset = (query.page - 1) * query.limit
        let window = try await requests.list(
            visibleTo: employee, offset: offset, limit: query.limit)
        let pages = (window.total + query.limit - 1) / query.limit
        var response = Fledge.Response.json(window.items)
        response.headers["X-Total-Count"] = "\(window.total)"
        if query.page < pages {
            response.headers["Link"] = "</api/requests?page=\(query.page + 1)>; rel=\"next\""
        }
        return response
    }

    @GET("/:id") func show(id: Int, employee: Employee) async throws -> LeaveServices.Request {
        guard let request = try await requests.find(id, visibleTo: employee) else {
            throw Problem(.notFound, "There is no leave request \(id).")
        }
        return request
    }

    @POST func submit(employee: Employee, body: LeaveServices.Request.Draft) async throws
        -> Created<LeaveServices.Request>
    {
        let request = try await requests.submit(body, by: employee)
        return Created(request, at: "/api/requests/\(request.id)")
    }

    @POST("/:id/decision")
    func decide(id: Int, employee: Employee, body: Decision) async throws -> LeaveServices.Request {
        try await requests.decide(id, body, by: employee)
    }
}
