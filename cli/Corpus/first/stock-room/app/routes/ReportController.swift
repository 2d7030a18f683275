import Fledge
import FledgeData

@Controller struct ReportController {
    let services: Services

    private var db: Database { services.database }

    @GET("/low") func low() async throws -> [Part] { try await services.inventory.low() }

    /// What the shelves are worth.
    @GET("/value") func value() async throws -> [String: Int] {
        let cents = try await db.one("SELECT coalesce(sum(stock * cents), 0) FROM parts", as: Int.self)
        return ["cents": cents]
    }
}
