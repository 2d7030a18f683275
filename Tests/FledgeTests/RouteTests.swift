// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge
import Testing

struct UserStore: Sendable {
    var names = ["ada"]
}

struct Services: Sendable {
    let users: UserStore
    let region: String
}

@Route struct UserRoute {
    let users: UserStore
    private let region: String
    let limit = 10

    init(users: UserStore, region: String = "eu") {
        self.users = users
        self.region = region
    }

    /// Every user
    /// of the "store".
    ///
    /// With details.
    func GET() -> [String] { users.names + [region] }

    @GET("/:index", name: "user") func one(index: Int) -> String? {
        users.names.indices.contains(index) ? users.names[index] : nil
    }

    #if NEVER_DEFINED
    func POST() -> String { "defined" }
    #else
    func POST() -> String { "not defined" }
    #endif
}

@Route struct HealthRoute {
    func GET() -> String { "ok" }
}

struct Stamp: SyncMiddleware {
    let text: String

    func before(_ request: inout Request) -> Response? { nil }

    func after(_ request: Request, _ response: inout Response) {
        response.headers["X-Stamp"] = text
    }
}

@Controller struct Stamped {
    @GET("/stamped", use: Stamp(text: "a")) func stamped() -> String { "x" }
    @GET("/plain") func plain() -> String { "x" }
}

@FolderMiddleware struct RegionStamp: SyncMiddleware {
    let region: String

    func before(_ request: inout Request) -> Response? { nil }

    func after(_ request: Request, _ response: inout Response) {
        response.headers["X-Region"] = region
    }
}

@Suite struct RouteTests {
    private let services = Services(users: UserStore(), region: "us")

    @Test func `the services fill the stored properties by name`() {
        #expect(UserRoute(services: services).GET() == ["ada", "us"])
        #expect(UserRoute(users: UserStore(names: ["bob"])).GET() == ["bob", "eu"])
    }

    @Test func `a route without properties takes any services`() {
        #expect(HealthRoute(services: services).GET() == "ok")
        #expect(HealthRoute(services: NoServices()).GET() == "ok")
        #expect(HealthRoute().GET() == "ok")
    }

    @Test func `bare verbs answer at the mount path and annotated ones below it`() async throws {
        let call = try Calls(UserRoute(services: services), at: "/users")
        #expect(try await call(.get, "/users") == Answer(status: 200, body: #"["ada","us"]"#))
        #expect(try await call(.get, "/users/0") == Answer(status: 200, body: "ada"))
        #expect(try await call(.get, "/users/1").status == 404)
        #expect(try await call(.post, "/users") == Answer(status: 200, body: "not defined"))
        #expect(try await call(.delete, "/users").status == 405)
    }

    @Test func `a listing shows handlers, summaries, names and places`() throws {
        let route = try #require(Calls(UserRoute(services: services), at: "/users").routes.first)
        #expect(route.handler == "UserRoute.GET")
        #expect(route.summary == #"Every user of the "store"."#)
        #expect(route.location.fileID == "FledgeTests/RouteTests.swift")
        #expect(route.location.line == 30)
        #expect(try Calls(UserRoute(services: services)).routes[1].name == "user")
    }

    @Test func `middleware of an attribute stands around its handler only`() async throws {
        let call = try Calls(Stamped())
        #expect(try await call.response(.get, "/stamped").headers["X-Stamp"] == "a")
        #expect(try await call.response(.get, "/plain").headers["X-Stamp"] == nil)
    }

    @Test func `folder middleware is filled from the services`() {
        #expect(RegionStamp(services: services).region == "us")
    }

    @Test func `a placeholder of the mount path that nobody takes stops the app`() throws {
        let error = #expect(throws: SetupError.self) {
            try Calls(UserRoute(services: services), at: "/u/:id")
        }
        #expect(error?.description.contains("UserRoute.GET answers /u/:id") == true)
    }
}
