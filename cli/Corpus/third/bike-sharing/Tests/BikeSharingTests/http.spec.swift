import Fledge
import FledgeTesting
import Testing

@testable import BikeSharing

@Suite struct HTTPSpec {
    private let world = World(hookSecret: "k", bikes: [Bike(id: 1, dock: "A", battery: 90)], now: { 0 })

    @Test(arguments: ["/", "/bikes", "/bikes?dock=A", "/bikes/1", "/rides", "/health"])
    func `there is something at each address`(path: String) async throws {
        try await bikes(world).test { client in
            try await client.get(path, headers: ["X-Rider": "ada"]).expect(.ok)
        }
    }

    @Test func `a ride from start to end`() async throws {
        try await bikes(world).test { client in
            var ada = client
            ada.headers = ["X-Rider": "ada"]
            let start = try await ada.post("/rides", json: ["bike": 1]).expect(.created)
            let at = try #require(start.headers["Location"])
            try await ada.get(at).expect(.ok)
            try await client.get(at, headers: ["X-Rider": "eve"]).expectProblem(.forbidden)
            try await ada.post(at + "/end", json: ["dock": "B"]).expect(json: ["id": 1, "minutes": "0 min", "price": "1.00"])
        }
    }

    @Test func `bikes come and go`() async throws {
        try await bikes(world).test { client in
            let state: JSON = ["dock": "C", "battery": 50]
            try await client.put("/bikes/7", json: state).expect(.created)
            try await client.put("/bikes/7", json: state).expect(.ok)
            try await client.delete("/bikes/7").expect(.noContent)
            try await client.delete("/bikes/7").expectProblem(.notFound)
        }
    }

    @Test func `locks sign what they say`() async throws {
        let sign = Signature.of("1,44", secret: "k")
        try await bikes(world).test { client in
            let hook = "/hooks/lock"
            try await client.send(.post, hook, headers: ["X-Lock-Signature": sign], body: "1,44").expect(.accepted)
            try await client.send(.post, hook, body: "1,44").expectProblem(.unauthorized)
        }
        #expect(await world.fleet.bike(1)?.battery == 44)
    }
}
