// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeRouteScanner
import Testing

@Suite struct `An import` {
    private static let web =
        "Services know nothing of the web: move this code to a route or controller, or declare "
        + "the dependency in Package.swift."
    private static let declare =
        "Declare the dependency in Package.swift, or move this code to a target that has it."

    /// Diagnostics about a module `ShopServices` that depends on `ShopModels`.
    private func diagnostics(_ source: String, reachable: [String] = ["ShopModels"]) -> [String] {
        var fixture = ScanFixture()
        fixture.others = [
            ScanInput.Module(
                name: "ShopServices", dependencies: ["ShopModels"], reachable: reachable,
                files: ScanFixture.files(["Sources/ShopServices/S.swift": source])),
            ScanInput.Module(name: "ShopModels", files: []),
            ScanInput.Module(name: "ShopDatabase", files: []),
        ]
        return fixture.diagnostics([:])
    }

    @Test(arguments: [
        Row(
            "Fledge", "// why\n\nimport Fledge",
            "3:8: error: ShopServices imports Fledge, but the target does not depend on it. \(web)"),
        Row(
            "a part of it", "@testable import FledgeCore",
            "1:18: error: ShopServices imports FledgeCore, but the target does not depend on it. \(web)"
        ),
        Row(
            "one type", "public import struct Fledge.Request",
            "1:22: error: ShopServices imports Fledge, but the target does not depend on it. \(web)"
        ),
        Row(
            "the macros", "@_implementationOnly import FledgeMacros",
            "1:29: error: ShopServices imports FledgeMacros, but the target does not depend on it. \(web)"
        ),
        Row(
            "the schema, which services may use", "import FledgeSchema",
            "1:8: error: ShopServices imports FledgeSchema, but the target does not depend on it. \(declare)"
        ),
        Row(
            "a sibling", "import ShopDatabase",
            "1:8: error: ShopServices imports ShopDatabase, but the target does not depend on it. \(declare)"
        ),
        Row(
            "the web of the app", "import Shop",
            "1:8: error: ShopServices imports Shop, but the target does not depend on it. \(declare)"
        ),
        Row(
            "inside another condition", "#if DEBUG\nimport Fledge\n#endif",
            "2:8: error: ShopServices imports Fledge, but the target does not depend on it. \(web)"),
    ])
    func `against the arrows is an error`(row: Row<String, String>) {
        #expect(diagnostics(row.input) == ["Sources/ShopServices/S.swift:\(row.expected)"])
    }

    @Test(arguments: [
        Row("what is declared", "import ShopModels"),
        Row("itself", "import ShopServices"),
        Row("other packages", "import Logging\nimport Foundation"),
        Row("in a comment", "// import Fledge\n/* import Fledge */"),
        Row("in a string", "let s = \"\"\"\nimport Fledge\n\"\"\""),
        Row("a condition", "#if canImport(Fledge)\n#endif"),
        Row("under that condition", "#if canImport(Fledge)\nimport Fledge\n#endif"),
    ])
    func `is none of`(row: Row<String, Void>) {
        #expect(diagnostics(row.input) == [])
    }

    @Test func `of a part of Fledge comes with the product`() {
        #expect(diagnostics("import FledgeCore", reachable: ["Fledge", "FledgeCore"]) == [])
    }

    @Test func `of the web is not a consequence of storing data`() {
        #expect(
            diagnostics("import FledgeData\nimport Fledge", reachable: ["FledgeData"]) == [
                "Sources/ShopServices/S.swift:2:8: error: ShopServices imports Fledge, but the target does not depend on it. \(Self.web)"
            ])
    }

    @Test func `in a module that is not checked is its own affair`() {
        var fixture = ScanFixture()
        fixture.others = [
            ScanInput.Module(
                name: "FledgeServer", isChecked: false,
                files: ScanFixture.files(["S.swift": "import FledgeCore"]))
        ]
        #expect(fixture.diagnostics([:]) == [])
    }

    /// What is found in a target that does not depend on Fledge and names the plugin.
    private func layer(_ source: String) -> RouteScanner.Result {
        RouteScanner.scan(
            ScanInput(
                packageDirectory: "/shop", folder: "/shop/Sources/ShopServices",
                target: "ShopServices",
                modules: [
                    ScanInput.Module(
                        name: "ShopServices",
                        files: [
                            SourceFile(path: "/shop/Sources/ShopServices/S.swift", text: source)
                        ]),
                    ScanInput.Module(name: "ShopDatabase", isChecked: false, files: []),
                ],
                isLayer: true))
    }

    @Test func `that is right gives a target without routes a file that mounts nothing`() {
        let result = layer("import Foundation\nstruct UserService {}")
        #expect(result.diagnostics.isEmpty)
        #expect(
            result.source
                == "// Generated by fledge-routes: the imports of this target are those it declares.\n"
        )
    }

    @Test(arguments: ["Fledge", "FledgeServer", "ShopDatabase"])
    func `that is wrong keeps a target without routes from being compiled`(module: String) {
        let result = layer("\nimport \(module)")
        #expect(result.source == nil)
        #expect(
            result.diagnostics.map(\.description).first?.hasPrefix(
                "/shop/Sources/ShopServices/S.swift:2:8: error: ShopServices imports \(module)")
                == true)
    }
}
