// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeRouteScanner
import Testing

@Suite struct `Services` {
    /// Scans a library target with `own` and dependencies on `A` and `B`, but not on `C`.
    private func scan(
        own: String = "", a: String = "", b: String = "", c: String = ""
    ) -> RouteScanner.Result {
        var fixture = ScanFixture(isExecutable: false, dependencies: ["Fledge", "A", "B"])
        fixture.others = [("A", a), ("B", b), ("C", c)].map { name, source in
            ScanInput.Module(
                name: name, files: ScanFixture.files(["Sources/\(name)/S.swift": source]))
        }
        return fixture.scan(["app/S.swift": own])
    }

    private func parameter(_ result: RouteScanner.Result) -> String? {
        result.source?.split(separator: "\n").first { $0.contains("static func mount") }
            .map { String($0.split(separator: "services: ")[1].dropLast(3)) }
    }

    @Test(arguments: [
        Row("struct", "package struct Services {}", "Services"),
        Row("class", "public final class Services {}", "Services"),
        Row("enum", "package enum Services {}", "Services"),
        Row("actor", "package actor Services {}", "Services"),
        Row("alias", "package typealias Services = Other", "Services"),
        Row("an extension alone", "extension Services {}", "NoServices = NoServices()"),
        Row("a nested type", "enum X { package struct Services {} }", "NoServices = NoServices()"),
        Row("a private type", "private struct Services {}", "NoServices = NoServices()"),
        Row("a protocol", "package protocol Services {}", "NoServices = NoServices()"),
        Row("in a comment", "// package struct Services {}", "NoServices = NoServices()"),
    ])
    func `of the target is found as`(row: Row<String, String>) {
        #expect(parameter(scan(own: row.input)) == row.expected)
    }

    @Test func `of a dependency is imported if it can be seen`() throws {
        let shared = try #require(scan(b: "public struct Services {}").source)
        #expect(shared.contains("import B\n"))
        let hidden = try #require(scan(b: "struct Services {}").source)
        #expect(!hidden.contains("import B"))
        #expect(hidden.contains("NoServices"))
    }

    @Test func `of a module the target does not declare is not used`() {
        #expect(parameter(scan(c: "public struct Services {}")) == "NoServices = NoServices()")
    }

    @Test func `of the target wins`() throws {
        let source = try #require(
            scan(own: "package struct Services {}", a: "public struct Services {}").source)
        #expect(!source.contains("import A"))
    }

    @Test func `of two dependencies is an error`() {
        let result = scan(a: "public struct Services {}", b: "\npublic struct Services {}")
        #expect(
            result.diagnostics.map(\.description) == [
                "/shop/Sources/B/S.swift:2:15: error: Services is declared in B and in A (Sources/A/S.swift:1). Keep one, or say which in Shop: 'typealias Services = A.Services'."
            ])
    }

    @Test func `of a library must be visible to the program`() {
        #expect(
            scan(own: "struct Services {}").diagnostics.map(\.description) == [
                "/shop/app/S.swift:1:8: error: Services must be package or public: in a library, FileRoutes.mount is package, so that the program can call it, and takes Services. Write 'package struct Services'."
            ])
    }

    @Test func `without an initializer is an error if main is generated`() {
        let files = ["app/S.swift": "struct Services { let users: Users }"]
        #expect(
            ScanFixture().diagnostics(files) == [
                "app/S.swift:1:8: error: Services has no init(environment:), which the generated main calls. Add 'init(environment: Environment) async throws' in an extension, or write a main.swift of your own."
            ])
        #expect(ScanFixture().diagnostics(files.merging(["app/main.swift": ""]) { $1 }) == [])
    }
}
