import FledgeTesting
import Testing
import VersionedCatalogCore

@testable import VersionedCatalog

/// Both versions, by their paths: what a till sends is what is tested.
@Suite struct CatalogTests {
    let services = Services(store: InMemoryCatalog.sample)

    @Test func `the old tills get what they always got`() async throws {
        try await makeApp(services: services).test { client in
            try await client.get("/api/v1/stores/bern/items").expect(json: ["Ink", "Pen"])
            #expect(try await client.get("/api/v1/stores/bern/items/pen/price").text == "2.05")
            try await client.get("/api/v1/stores/rome/items").expectProblem(.notFound, code: "no_store")
        }
    }

    @Test func `a price is changed once`() async throws {
        try await makeApp(services: services).test { client in
            let path = "/api/v2/stores/bern/items/ink/price"
            try await client.put(path, json: ["cents": 880]).expect(.ok)
            try await client.put(path, json: ["cents": 880]).expectProblem(.conflict, code: "unchanged")
            try await client.put(path, json: ["cents": 0]).expectProblem(.unprocessableContent, pointer: "/cents")
            try await client.get(path).expect(json: ["cents": 880])
            let cheap = try await client.get("/api/v2/stores/bern/items?below=500")
            #expect(try cheap.member("count") == 1)
        }
    }

    @Test func `an item that is not there has no price`() async throws {
        await #expect(throws: CatalogError.noItem("cup")) {
            try await services.catalog.setPrice(5, of: "cup", in: "bern")
        }
    }
}
