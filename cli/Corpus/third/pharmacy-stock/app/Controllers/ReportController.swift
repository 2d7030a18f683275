import Fledge
import FledgeData

/// What the reports are made of.
struct ReportSource: Sendable {
    let database: Database

    func shortages(below packs: Int) async throws -> [String] {
        try await database.query("SELECT code FROM drugs WHERE packs < \(packs)", as: String.self)
    }
}

@Controller struct ReportController {
    let source: ReportSource

    @GET("/shortages") func shortages(below: Int = 5) async throws -> [String] {
        try await source.shortages(below: below)
    }
}
