// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeRouteScanner
import Testing

@Suite struct `An arrow between layers` {
    private let services = "package struct Services {}"

    /// The diagnostics of a shop with routes, services and stores, each of one file.
    private func diagnostics(
        routes: [String: String] = [:], services: String = "package struct Services {}",
        servicesReach: [String] = ["FledgeSchema"], database: String = "import FledgeData",
        databaseReach: [String] = ["FledgeData", "ShopServices"]
    ) -> [String] {
        var fixture = ScanFixture()
        fixture.dependencies = [
            "Fledge", "FledgeData", "FledgeSQLite", "ShopDatabase", "ShopServices",
        ]
        fixture.reachable = fixture.dependencies + ["FledgeCore"]
        fixture.others = [
            .init(
                name: "ShopServices", dependencies: servicesReach, reachable: servicesReach,
                files: ScanFixture.files(["Sources/ShopServices/S.swift": services])),
            .init(
                name: "ShopDatabase", dependencies: databaseReach, reachable: databaseReach,
                files: ScanFixture.files(["Sources/ShopDatabase/D.swift": database])),
        ]
        return fixture.diagnostics(routes.merging(["app/main.swift": ""]) { own, _ in own })
    }

    @Test func `along the layers is right`() {
        let found = diagnostics(
            routes: [
                "app/users/UsersRoute.swift":
                    "import Fledge\nimport ShopServices\n" + route("UsersRoute"),
                "app/Services.swift":
                    "import FledgeSQLite\nimport ShopDatabase\nextension Services {}",
                "app/_web/DatabaseError+Problem.swift": "import Fledge\nimport FledgeData",
            ], services: "import FledgeSchema\n\(services)",
            database: "import FledgeData\nimport ShopServices")
        #expect(found == [])
    }

    @Test(
        arguments: ["ShopDatabase", "FledgeData", "FledgeSQLite"],
        ["@Route struct", "@Controller struct", "@FolderMiddleware struct"])
    func `from a route to the database is an error`(module: String, type: String) {
        let source = "import \(module)\n\(type) UsersRoute {\n    func GET() {}\n}\n"
        let found = diagnostics(routes: [
            "app/users/UsersRoute.swift": source,
            "app/users/[id]/UserRoute.swift": route("UserRoute"),
        ])
        #expect(
            found == [
                "app/users/UsersRoute.swift:1:8: error: UsersRoute.swift is of the routes and imports "
                    + "\(module), which is of the database. Routes call services; what builds the "
                    + "stores stands in a file without routes, such as Services.swift."
            ])
    }

    @Test func `from a route to the database is free in an app without layers`() {
        var fixture = ScanFixture()
        fixture.dependencies = ["Fledge", "FledgeData"]
        fixture.reachable = ["Fledge", "FledgeCore", "FledgeData"]
        let source = "import Fledge\nimport FledgeData\n" + route("UsersRoute")
        #expect(fixture.diagnostics(["app/users/UsersRoute.swift": source]) == [])
    }

    @Test(arguments: ["FledgeData", "Fledge", "NIOCore", "ShopDatabase"])
    func `from the services outwards is an error, declared or not`(module: String) {
        let reach = ["FledgeSchema", module] + (module == "ShopDatabase" ? ["FledgeData"] : [])
        let found = diagnostics(
            services: "import \(module)\n\(services)", servicesReach: reach)
        #expect(
            found == [
                "Sources/ShopServices/S.swift:1:8: error: ShopServices declares Services, and services "
                    + "know neither the web nor a database: take \(module) out of this file and of "
                    + "the target's dependencies. A store is a protocol here, and its SQL stands in a "
                    + "module of its own."
            ])
    }

    @Test func `that is only declared is told at Services`() {
        let found = diagnostics(
            services: "// rules\n\(services)", servicesReach: ["FledgeSchema", "FledgeData"])
        #expect(
            found == [
                "Sources/ShopServices/S.swift:2:16: error: ShopServices declares Services and depends "
                    + "on FledgeData: services know neither the web nor a database. Take it out of "
                    + "the target's dependencies in Package.swift, or move Services to a module "
                    + "without it."
            ])
    }

    @Test func `from the database to the web is an error, even a declared one`() {
        let found = diagnostics(
            database: "import FledgeData\nimport Fledge",
            databaseReach: ["FledgeData", "ShopServices", "Fledge", "FledgeCore"])
        #expect(
            found == [
                "Sources/ShopDatabase/D.swift:2:8: error: ShopDatabase is of the database and imports "
                    + "Fledge, which is of the web. Stores know neither requests nor answers: move "
                    + "this code to the routes, and take the dependency out of the target."
            ])
    }
}
