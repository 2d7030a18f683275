import Fledge
import FledgeTesting
import Testing

@testable import Toggles

@Suite struct ToggleTests {
    private func run(_ body: (_ guest: TestClient, _ admin: TestClient) async throws -> Void)
        async throws
    {
        try await makeApp(Services(admins: ["ada-1"])).test { client in
            var admin = client
            admin.headers["X-Admin-Token"] = "ada-1"
            try await body(client, admin)
        }
    }

    @Test func `a flag for a segment is on for those in it`() async throws {
        try await run { guest, admin in
            try await admin.post("/segments", json: ["name": "beta", "trait": "tester"])
                .expect(.created)
            let beta: JSON = ["isOn": true, "segment": "beta"]
            try await admin.put("/flags/shop.cart", json: beta).expect(.created)
            try await guest.put("/flags/shop.cart", json: ["isOn": false])
                .expectProblem(.unauthorized)
            let tester: JSON = ["user": "u", "traits": ["tester"]]
            try await guest.post("/evaluate", json: tester).expect(json: ["shop.cart": true])
            try await guest.post("/evaluate", json: ["user": "u"])
                .expect(json: ["shop.cart": false])
        }
    }

    @Test func `an archived flag stays away`() async throws {
        try await run { guest, admin in
            try await admin.put("/flags/shop.cart", json: ["isOn": true]).expect(.created)
            try await guest.get("/flags/shop.cart").expect(.ok)
            try await admin.delete("/flags/shop.cart").expect(.noContent)
            try await guest.get("/flags?prefix=shop").expect(json: [])
            try await admin.put("/flags/shop.cart", json: ["isOn": true])
                .expectProblem(.conflict, code: "archived")
            try await guest.get("/flags/none").expectProblem(.notFound)
        }
    }

    @Test func `a segment that did not change is not sent again`() async throws {
        try await run { guest, admin in
            try await admin.post("/segments", json: ["name": "beta", "trait": "tester"])
            let segment = try await guest.get("/segments/beta").expect(.ok)
            let tag = try #require(segment.headers[.eTag])
            try await guest.get("/segments/beta", headers: [.ifNoneMatch: tag])
                .expect(.notModified)
            #expect(try await guest.get("/segments").text.contains("beta"))
        }
    }
}
