// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeRouteScanner
import Foundation
import ProcessTesting
import Testing

/// Runs the built `fledge-routes` on a package in a temporary folder.
@Suite struct `The tool` {
    @Test func `writes the file and says nothing`() async throws {
        let package = try TemporaryPackage(["app/users/UsersRoute.swift": route("UsersRoute")])
        let run = try await package.run()
        #expect(run == Run(status: 0, errors: ""))
        let source = try String(contentsOf: package.output, encoding: .utf8)
        #expect(source.contains("app.use(\"/users\", UsersRoute(services: services))"))
        #expect(!source.contains(package.root.path))
    }

    @Test func `does not touch a file that would not change`() async throws {
        let package = try TemporaryPackage(["app/users/UsersRoute.swift": route("UsersRoute")])
        #expect(try await package.run().status == 0)
        let before = try package.outputState()
        try package.write("app/users/UsersRoute.swift", route("UsersRoute") + "// edited")
        #expect(try await package.run().status == 0)
        #expect(try package.outputState() == before)
        try package.write("app/users/UsersRoute.swift", route("OtherRoute"))
        #expect(try await package.run().status == 0)
        #expect(try package.outputState() != before)
    }

    @Test func `prints every diagnostic and writes nothing`() async throws {
        let package = try TemporaryPackage([
            "app/[id/A.swift": route("A"),
            "app/b/B.swift": "@Route struct B {\n  func get() {}\n}",
            "app/c/C.swift": route("C"), "app/c/D.swift": route("D"),
        ])
        let run = try await package.run()
        #expect(run.status == 1)
        let lines = run.errors.split(separator: "\n").map(String.init)
        let starts = [
            "app/[id/A.swift:1:1: error: Folder 'app/[id'", "app/b/B.swift:1:15: error: B answers",
            "app/b/B.swift:2:8: warning: get is not", "app/c/D.swift:2:10: error: GET /c is",
        ]
        #expect(lines.count == starts.count)
        for (line, start) in zip(lines, starts) {
            #expect(line.hasPrefix("\(package.root.path)/\(start)"))
        }
        #expect(!FileManager.default.fileExists(atPath: package.output.path))
    }

    @Test func `leaves an older file alone when there is an error`() async throws {
        let package = try TemporaryPackage(["app/a/A.swift": route("A")])
        #expect(try await package.run().status == 0)
        let before = try package.outputState()
        try package.write("app/a/A.swift", "@Route struct A {}")
        #expect(try await package.run().status == 1)
        #expect(try package.outputState() == before)
    }

    @Test func `prints warnings and writes the file`() async throws {
        let package = try TemporaryPackage([
            "app/a/A.swift": route("A", "func GET() {}\n    func put() {}")
        ])
        let run = try await package.run()
        #expect(run.status == 0)
        #expect(run.errors.contains("A.swift:3:10: warning: put is not a handler"))
        #expect(FileManager.default.fileExists(atPath: package.output.path))
    }

    @Test func `says which file it cannot read`() async throws {
        let package = try TemporaryPackage(["app/a/A.swift": route("A")])
        try Data([0xFF, 0xFE, 0x00]).write(to: package.root.appending(path: "app/a/A.swift"))
        #expect(
            try await package.run()
                == Run(
                    status: 1,
                    errors: "\(package.root.path)/app/a/A.swift:1:1: error: This file cannot be "
                        + "read as UTF-8 text. Save it as UTF-8, or remove it.\n"))
    }

    @Test(arguments: [[], ["--help"], ["--config"], ["--config", "/no/such/file.json"]])
    func `has its own exit code for its own errors`(arguments: [String]) async throws {
        let run = try await Run.tool(arguments)
        #expect(run.status == 2)
        #expect(run.errors.hasPrefix("error: "))
    }
}

/// What a run of the tool came to.
struct Run: Equatable {
    var status: Int32
    var errors: String

    static func tool(_ arguments: [String]) async throws -> Run {
        let outcome = try await Program(built: "fledge-routes").run(arguments)
        return Run(status: outcome.status, errors: outcome.errors)
    }
}

/// A package on disk, removed when the last reference goes.
final class TemporaryPackage {
    let root: URL
    private var files: Set<String> = []

    var output: URL { root.appending(path: "out/FileRoutes.swift") }

    init(_ files: [String: String]) throws {
        // The real path: a temporary folder is behind a link on macOS.
        root = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
            .appending(path: "fledge-routes-\(UUID().uuidString)")
        for (path, text) in files { try write(path, text) }
    }

    deinit { try? FileManager.default.removeItem(at: root) }

    func write(_ path: String, _ text: String) throws {
        let url = root.appending(path: path)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
        files.insert(url.path)
    }

    /// Runs the tool as the plugin does.
    func run() async throws -> Run {
        let configuration: [String: Any] = [
            "packageDirectory": root.path, "folder": root.path + "/app", "target": "App",
            "output": output.path,
            "modules": [
                [
                    "name": "App", "isExecutable": true, "dependencies": ["Fledge"],
                    "reachable": ["Fledge"], "isChecked": true, "files": files.sorted(),
                ] as [String: Any]
            ],
        ]
        let file = root.appending(path: "App.json")
        try JSONSerialization.data(withJSONObject: configuration).write(to: file)
        return try await Run.tool(["--config", file.path])
    }

    /// A file that was written again has another number, as writing is by replacing.
    func outputState() throws -> [String] {
        let attributes = try FileManager.default.attributesOfItem(atPath: output.path)
        return [FileAttributeKey.systemFileNumber, .modificationDate].map {
            "\(attributes[$0] ?? "")"
        }
    }
}
