import Fledge
import FledgeTesting
import Testing

@testable import Bakery

@Suite struct BakeryTests {
    func services() -> Services {
        Services([
            Bread(slug: "rye", name: "Rye", cents: 520),
            Bread(slug: "roll", name: "Roll", cents: 90),
            Bread(slug: "nut", name: "Nut", cents: 640, hidden: true),
        ])
    }

    let order: JSON = [
        "customer": "Ada", "slot": 9,
        "lines": [["slug": "rye", "pieces": 1], ["slug": "roll", "pieces": 12]],
    ]

    @Test func `breads are shown as JSON and as a table`() async throws {
        var preview = services()
        preview.showHidden = true
        try await makeApp(preview).test { client in
            let breads = try await client.get("/breads").expect(.ok).json([Bread].self)
            #expect(breads.map(\.slug) == ["roll", "rye"])
            let all = try await client.get("/breads?preview=1").json([Bread].self)
            #expect(all.count == 3)
            let csv = try await client.get("/breads", headers: [.accept: "text/csv"])
            #expect(csv.text == "roll;Roll;90\nrye;Rye;520")
            try await client.get("/breads/rye").expect(.ok)
            try await client.get("/breads/cake").expectProblem(.notFound)
            try await client.put("/breads/rye/name", json: ["name": "Dark rye"]).expect(.ok)
        }
    }

    @Test func `twelve rolls cost as much as eleven`() async throws {
        try await makeApp(services()).test { client in
            let placed = try await client.post("/preorders", json: order).expect(.created)
            #expect(try placed.member("cents") == 1_510)
            try await client.get("/preorders/1").expect(.ok)
            let list = try await client.get("/oven/list?ids=1").expect(.ok)
            #expect(try list.member("roll") == 12)
            try await client.get("/oven/list?ids=a").expectProblem(.badRequest)
        }
    }

    @Test func `what is in the oven cannot be called off`() async throws {
        try await makeApp(services()).test { client in
            try await client.post("/preorders", json: order).expect(.created)
            try await client.post("/preorders", json: order).expect(.created)
            try await client.delete("/preorders/2").expect(.ok)
            try await client.send(.post, "/cron/oven?slot=9").expectProblem(.unauthorized)
            let key: Fields = ["X-Cron-Key": "oven"]
            try await client.send(.post, "/cron/oven?slot=9", headers: key)
                .expect(json: ["baked": 1])
            try await client.delete("/preorders/1").expectProblem(.conflict, code: "late")
        }
    }

    @Test func `a bread stands on one line`() async throws {
        try await makeApp(services()).test { client in
            let twice: JSON = [
                "customer": "Ada", "slot": 9,
                "lines": [["slug": "rye", "pieces": 1], ["slug": "rye", "pieces": 2]],
            ]
            try await client.post("/preorders", json: twice)
                .expectProblem(.unprocessableContent, code: "repeated")
        }
    }
}
