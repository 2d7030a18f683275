import FledgeTesting
import Foundation
import Testing

@testable import Sweeps

@Suite struct SweepsTests {
    let app = makeApp(Services(houses: InMemoryHouseStore()))

    private func house(_ street: String, district: String = "North") -> NewHouse {
        NewHouse(
            street: street, district: district, fuel: .wood,
            lastSwept: Date(timeIntervalSince1970: 1_767_225_600), phone: nil)
    }

    @Test func `a house is added, shown, due and swept`() async throws {
        try await app.test { client in
            try await client.post("/houses", json: house("Mill Lane 3")).expect(.created)
            #expect(try await client.get("/houses/1").json(House.self).fuel == .wood)
            try await client.get("/houses/1/due").expect(.ok)
            try await client.send(.post, "/houses/1/swept").expect(.ok)
            try await client.get("/houses/9").expectProblem(.notFound)
        }
    }

    @Test func `a street needs three letters`() async throws {
        try await app.test { client in
            try await client.post("/houses", json: house("x")).expectProblem(.unprocessableContent)
        }
    }

    @Test func `a round is a page of a district`() async throws {
        try await app.test { client in
            for number in 1...3 {
                try await client.post("/houses", json: house("Elm \(number)")).expect(.created)
            }
            let page = try await client.get("/rounds/North/houses?size=2")
            #expect(page.headers["X-Total-Count"] == "3")
            #expect(try await client.get("/rounds/districts").json([String].self) == ["North"])
            let archive = try await client.get("/office/archive?page=2&size=2")
            #expect(try archive.json([House].self).count == 1)
            try await client.get("/office/arrears").expect(.ok)
        }
    }
}
