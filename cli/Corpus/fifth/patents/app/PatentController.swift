import Fledge
import Foundation

@Schema struct Assignment {
    @Field(.length(1...80)) var attorney: String
}

@Controller struct PatentController {
    let patents: PatentService
    let exports: ExportService

    @GET func list(country: String?, sort: String = "filed", after: Int = 0) async -> Response {
        var patents = await patents.all()
        if let country { patents = patents.filter { $0.country == country.uppercased() } }
        switch sort {
        case "country": patents.sort { ($0.country, $0.id) < ($1.country, $1.id) }
        case "-filed": patents.sort { ($0.filedAt, $0.id) > ($1.filedAt, $1.id) }
        default: patents.sort { ($0.filedAt, $0.id) < ($1.filedAt, $1.id) }
        }
        let page = Array(patents.dropFirst(after).prefix(25))
        let next = after + page.count < patents.count ? String(after + page.count) : ""
        return Response.json(page).header("X-Next", next)
    }

    @POST func file(body: NewPatent) async throws -> Created<Patent> {
        let patent = await patents.file(body)
        return Created(patent, at: "/patents/\(patent.id)")
    }

    @GET("/export") func export(request: Request) async -> Response {
        await exports.export(for: request)
    }

    @GET("/:id") func show(id: Int) async throws -> Patent { try await patents.find(id) }

    @PATCH("/:id") func assign(id: Int, body: Assignment) async throws -> Patent {
        try await patents.assign(body.attorney, to: id)
    }

    /// The fees that are still to be paid.
    @GET("/:id/renewals") func renewals(id: Int, now: Date?) async throws -> [Renewal] {
        let patent = try await patents.find(id)
        guard let granted = patent.grantedAt else { throw DocketError.notGranted(id) }
        let today = now ?? Date()
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let steps = patent.country == "US" ? [42, 90, 138] : Array(stride(from: 24, to: 240, by: 12))
        return steps.enumerated().compactMap { number, months in
            let base = patent.country == "US" ? granted : patent.filedAt
            guard let due = calendar.date(byAdding: .month, value: months, to: base) else {
                return nil
            }
            if let until = patent.renewedUntil, due <= until { return nil }
            let isLate = today > due
            let cents = 40_000 + number * 7_500
            return Renewal(patent: id, due: due, cents: isLate ? cents * 3 / 2 : cents)
        }
    }
}
