// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Testing

@testable import FledgeDoctor

@Suite struct ManifestTests {
    @Test func `targets are read without running the manifest`() {
        let modules = Manifest(
            """
            let package = Package(name: "shop", targets: [
                .executableTarget(name: "Shop", dependencies: ["ShopServices", .product(name: "Fledge", package: "fledge")], path: "./app/"),
                .target(name: "ShopServices"),
                .target(name: "ShopDatabase", dependencies: [.target(name: "ShopServices")], exclude: ["Old"]),
                .testTarget(name: "ShopTests", dependencies: ["Shop"]),
                .plugin(name: "Lint", capability: .buildTool()),
            ])
            """
        ).modules
        #expect(
            modules.map(\.name) == ["Shop", "ShopServices", "ShopDatabase", "ShopTests", "Lint"])
        #expect(
            modules.map(\.path) == [
                "app", "Sources/ShopServices", "Sources/ShopDatabase", "Tests/ShopTests",
                "Plugins/Lint",
            ])
        #expect(modules.map(\.kind) == [.executable, .library, .library, .test, .plugin])
        #expect(modules[0].dependencies == ["ShopServices", "Fledge"])
        #expect(modules[2].dependencies == ["ShopServices"])
        #expect(!modules[2].holds("Sources/ShopDatabase/Old/A.swift"))
    }

    @Test func `a broken manifest gives what can be read`() {
        #expect(
            Manifest("let package = Package(targets: [.target(name: \"A\"), .target(name: ").modules
                .map(\.name) == ["A"])
    }
}
