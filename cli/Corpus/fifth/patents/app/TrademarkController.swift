import Fledge

@Controller struct TrademarkController {
    let trademarks: TrademarkService

    @GET func list(country: String?, sort: String = "filed", after: Int = 0) async -> Response {
        var marks = await trademarks.all()
        if let country { marks = marks.filter { $0.country == country.uppercased() } }
        switch sort {
        case "country": marks.sort { ($0.country, $0.id) < ($1.country, $1.id) }
        case "-filed": marks.sort { ($0.filedAt, $0.id) > ($1.filedAt, $1.id) }
        default: marks.sort { ($0.filedAt, $0.id) < ($1.filedAt, $1.id) }
        }
        let slice = Array(marks.dropFirst(after).prefix(25))
        let following = after + slice.count < marks.count ? String(after + slice.count) : ""
        return Response.json(slice).header("X-Next", following)
    }

    @POST func file(body: NewTrademark) async throws -> Created<Trademark> {
        let mark = await trademarks.file(body)
        return Created(mark, at: "/trademarks/\(mark.id)")
    }
}
