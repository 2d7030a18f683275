import Fledge
import FledgeData

@Schema struct Sponsor: Equatable {
    let name: String
    let url: String
}

@Controller struct SponsorController {
    let database: Database

    @GET func list() async throws -> [Sponsor] {
        let sponsors = try await database.query(
            "SELECT name, url FROM sponsors WHERE shown = 1 ORDER BY name", as: Sponsor.self)
        return sponsors
    }
}
