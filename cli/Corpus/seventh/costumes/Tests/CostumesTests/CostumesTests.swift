import CostumesCore
import Fledge
import FledgeTesting
import Testing

@testable import Costumes

struct StubAdvisor: SizeAdvising {
    func size(chest: Int, height: Int) -> Int { 48 }
}

@Suite struct CostumesTests {
    private func app() -> App { makeApp(Services(store: CostumeStore(), advisor: StubAdvisor())) }
    private let doublet: JSON = [
        "name": "Doublet", "era": "Tudor", "sizes": [48, 50], "value": 40_000,
    ]

    @Test func `costumes are kept and listed`() async throws {
        try await app().test { client in
            try await client.post("/api/costumes", json: doublet).expect(.created)
            try await client.post(
                "/api/costumes", json: ["name": "Hat", "era": "Tudor", "sizes": [9], "value": 10]
            ).expectProblem(.unprocessableContent, code: "sizes")
            try await client.get("/api/costumes?era=tudor&sort=-name").expect(.ok)
            try await client.get("/api/costumes?sort=age").expectProblem(.badRequest)
            try await client.get("/api/costumes/1").expect(.ok)
            #expect(try await client.get("/api/costumes/1/label").text == "DOUBLET 48/50 #1")
            #expect(try await client.get("/api/sizes?chest=96&height=180").text == "48")
            #expect(try await client.get("/desk/deposit/1").text == "20000")
        }
    }

    @Test func `a costume goes out and comes back`() async throws {
        try await app().test { client in
            try await client.post("/api/costumes", json: doublet).expect(.created)
            let rental: JSON = [
                "costume": 1, "borrower": "Ada", "email": "ada@example.com",
                "from": "2036-03-01T00:00:00Z", "due": "2036-03-04T00:00:00Z",
            ]
            try await client.post("/api/rentals", json: rental).expect(.created)
            try await client.post("/api/rentals", json: rental).expectProblem(
                .conflict, code: "out")
            try await client.get("/api/rentals?borrower=ada").expect(.ok)
            #expect(try await client.get("/desk/months?year=2036&month=3").text == "1")
            try await client.get("/desk/months?year=2036&month=13").expectProblem(.badRequest)
            try await client.send(.put, "/desk/rentals/1/due?due=2036-03-09").expect(.ok)
            let settled = try await client.send(.post, "/api/rentals/1/return").expect(.ok)
            #expect(try settled.json(Settled.self).fee == 0)
        }
    }
}
