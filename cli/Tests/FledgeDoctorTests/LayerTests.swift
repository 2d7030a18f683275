// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Testing

@testable import FledgeDoctor

@Suite struct LayerTests {
    static let oneModule: [(String, Layer)] = [
        ("@Route struct OrderRoute { func GET() { } }", .routes),
        ("@Controller struct OrderController { @GET func f() { } }", .routes),
        ("@FolderMiddleware struct StaffOnly: SyncMiddleware { func f() { } }", .routes),
        ("struct Timer: Middleware { func f() { } }", .routes),
        ("extension OrderError: ProblemConvertible { func f() { } }", .routes),
        ("struct OrderService { func f() { } }", .services),
        ("actor OrderService { let database: Database\n func f() { } }", .services),
        ("struct Money { func f() { } }", .services),
        ("struct OrderStore { func f() { } }", .database),
        ("struct Keeper { let database: Database\n func f() { } }", .database),
        ("struct Services { func f() { } }", .other),
        ("@Settings struct ShopSettings { func f() { } }", .other),
        ("func makeApp(services: Services) -> App { App() }", .other),
    ]

    @Test(arguments: oneModule) func `in one module each type tells its layer`(
        source: String, layer: Layer
    ) {
        #expect(examine(["app/A.swift": source]).functions.map(\.layer) == [layer])
    }

    static let modules: [(String, String, Layer)] = [
        (
            "Sources/ShopServices/A.swift", "import Fledge\nstruct OrderStore { func f() {} }",
            .services
        ),
        ("Sources/Core/A.swift", "struct Anything { func f() {} }", .services),
        (
            "Sources/ShopDatabase/A.swift", "import FledgeData\nstruct Anything { func f() {} }",
            .database
        ),
        ("app/services/A.swift", "struct Anything { func f() {} }", .services),
        ("app/db/A.swift", "struct Anything { func f() {} }", .database),
        ("app/_web/A.swift", "struct Anything { func f() {} }", .routes),
        ("app/main.swift", "func f() {}", .other),
    ]

    @Test(arguments: modules) func `a module or a folder can be one layer`(
        path: String, source: String, layer: Layer
    ) {
        #expect(examine([path: source]).functions.map(\.layer) == [layer])
    }

    @Test func `the shares of the layers add up to one`() {
        let diagnosis = examine([
            "app/A.swift": "@Route struct A { func GET() { if a { } } }",
            "app/B.swift": "struct BService { func f() { if a { if b { } } } }",
        ])
        let shares = Dictionary(uniqueKeysWithValues: diagnosis.layers.map { ($0.layer, $0.share) })
        #expect(shares[.routes] == 0.25)
        #expect(shares[.services] == 0.75)
        #expect(diagnosis.layers.reduce(0) { $0 + $1.lines } == 2)
    }
}
