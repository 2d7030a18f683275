// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeRouteScanner
import Testing

/// A row of a table, shown by its name when it fails.
struct Row<Input: Sendable, Expected: Sendable>: Sendable, CustomTestStringConvertible {
    var name: String
    var input: Input
    var expected: Expected

    init(_ name: String, _ input: Input, _ expected: Expected) {
        self.name = name
        self.input = input
        self.expected = expected
    }

    var testDescription: String { name }
}

/// A package at `/shop` with one target, whose folder is `/shop/app`.
struct ScanFixture {
    var isExecutable = true
    var dependencies: [String] = ["Fledge"]
    var reachable: [String] = ["Fledge"]
    var others: [ScanInput.Module] = []

    /// Scans files given by their paths in the package.
    func scan(_ files: [String: String]) -> RouteScanner.Result {
        let target = ScanInput.Module(
            name: "Shop", isExecutable: isExecutable, dependencies: dependencies,
            reachable: reachable, files: Self.files(files))
        return RouteScanner.scan(
            ScanInput(
                packageDirectory: "/shop", folder: "/shop/app", target: "Shop",
                modules: [target] + others))
    }

    static func files(_ files: [String: String]) -> [SourceFile] {
        files.map { SourceFile(path: "/shop/\($0.key)", text: $0.value) }
    }

    /// The diagnostics of a scan as the tool prints them, without the root of the package.
    func diagnostics(_ files: [String: String]) -> [String] {
        scan(files).diagnostics.map { String($0.description.dropFirst("/shop/".count)) }
    }

    /// The calls in the body of `mount`, without their indentation.
    func calls(_ files: [String: String]) -> [String] {
        let lines = (scan(files).source ?? "").split(separator: "\n")
        return lines.drop { !$0.contains("static func mount") }.dropFirst()
            .prefix { $0 != "    }" }.map { String($0.drop { $0 == " " }) }
    }
}

/// A `@Route` with one handler, three lines long.
func route(_ name: String, _ handler: String = "func GET() {}") -> String {
    "@Route struct \(name) {\n    \(handler)\n}\n"
}
