import Fledge
import FledgeData

@Schema struct Fame: Sendable {
    let leader: String
    let spent: Int
}

@Controller struct FameController {
    let database: Database

    @GET func top(count: Int = 10) async throws -> [Fame] {
        try await database.query(
            """
            SELECT leader, sum(price) AS spent FROM auctions
            WHERE leader IS NOT NULL GROUP BY leader ORDER BY spent DESC LIMIT \(count)
            """, as: Fame.self)
    }
}
