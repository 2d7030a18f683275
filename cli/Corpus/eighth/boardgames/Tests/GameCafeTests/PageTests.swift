import CafeCore
import Fledge
import FledgeTesting
import Testing

@testable import GameCafe

@Suite struct PageTests {
    let staff: Fields = ["X-Staff-Key": "dice"]

    @Test func `the staff fills the shelf, and everybody reads it`() async throws {
        let chess: JSON = ["title": "Star Chess!", "minPlayers": 2, "maxPlayers": 2]
        try await makeApp(Services()).test { client in
            try await client.post("/api/v2/games", json: chess).expectProblem(.unauthorized)
            try await client.post("/api/v2/games", json: chess, headers: ["X-Staff-Key": "x"])
                .expectProblem(.forbidden)
            try await client.post("/api/v2/games", json: chess, headers: staff).expect(.created)
            let two = try await client.get("/api/v2/games?players=2").json([Game].self)
            #expect(two.count == 1)
            let page = try await client.get("/games/star-chess").expect(.ok)
            #expect(page.text.contains("For 2"))
            try await client.get("/games/go").expectProblem(.notFound)
        }
    }

    @Test func `a game goes to a table and comes back`() async throws {
        let services = Services()
        _ = await services.shelf.add(NewGame(title: "Chess", minPlayers: 2, maxPlayers: 2))
        try await makeApp(services).test { client in
            let new: JSON = ["game": 1, "players": 2]
            try await client.post("/api/v2/tables/7/loans", json: new).expect(.created)
            let open = try await client.get("/api/v2/tables/7/loans").json([Loan].self)
            #expect(open.count == 1)
            try await client.send(.put, "/api/v2/tables/7/loans/1/return").expect(.ok)
        }
    }

    @Test func `a second vote makes no second wish`() async throws {
        try await makeApp(Services()).test { client in
            try await client.post("/api/v2/wishes", json: ["title": "Go"]).expect(.created)
            try await client.post("/api/v2/wishes", json: ["title": "Go"]).expect(.ok)
            let top = try await client.get("/api/v2/wishes?top=5").expect(.ok)
            try top.expect(json: [["title": "Go", "votes": 2]])
        }
    }
}
