// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import ArgumentParser
import Testing

@testable import FledgeDoctor
@testable import fledge_doctor

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The command, in the process, on an app that is not built.
@Suite struct ExtractCommandTests {
    private func status(_ arguments: String...) async -> Int32 {
        do {
            let command = try ExtractCommand.parse(arguments)
            try await command.run()
            return 0
        } catch { return ExtractCommand.exitCode(for: error).rawValue }
    }

    private func withApp(_ body: (String) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.path + "/extract-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let files = AppFiles(folder: folder)
        for (path, text) in Depot.with(
            "return Parcel(id: id, weight: body.weight * 2 > 9 ? 1 : 2, state: \"\")")
        {
            try files.write(text, to: path)
        }
        try await body(folder)
    }

    @Test func `a call that is wrong is 64`() async {
        #expect(await status("app/A.swift", "--to", "Orders") == 64)
        #expect(await status("app/A.swift:", "--to", "Orders") == 64)
        #expect(await status("app/A.swift:list") == 64)
        #expect(await status("app/A.swift:list", "--to", "Orders", "--nope") == 64)
    }

    @Test func `what is refused is 1, and changes nothing`() async throws {
        #expect(await status("a.swift:b", "--to", "C", "--in", "/nowhere", "--force") == 1)
        try await withApp { folder in
            let before = try text(folder)
            // Not in git.
            #expect(await status("\(Depot.path):POST", "--to", "Dispatch", "--in", folder) == 1)
            #expect(
                await status("\(Depot.path):GET", "--to", "Dispatch", "--in", folder, "--force")
                    == 1)
            #expect(
                await status("app/No.swift:GET", "--to", "D", "--in", folder, "--force", "--json")
                    == 1)
            #expect(try text(folder) == before)
        }
    }

    @Test func `a dry run writes nothing, and a move without a build does`() async throws {
        try await withApp { folder in
            let before = try text(folder)
            let handler = "\(folder)/\(Depot.path):POST"
            #expect(
                await status(handler, "--to", "Dispatch", "--in", folder, "--no-build", "--dry-run")
                    == 0)
            #expect(try text(folder) == before)
            #expect(
                await status(handler, "--to", "Dispatch", "--in", folder, "--no-build", "--force")
                    == 0)
            #expect(try text(folder).contains("dispatch.addParcel(id: id, body: body)"))
        }
    }

    private func text(_ folder: String) throws -> String {
        String(
            decoding: try Data(contentsOf: URL(filePath: "\(folder)/\(Depot.path)")), as: UTF8.self)
    }

    @Test func `what is new is formatted as the app is, and an own style is left alone`()
        async throws
    {
        let folder = FileManager.default.temporaryDirectory.path + "/extract-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try AppFiles(folder: folder).write(
            #"{"version": 1, "indentation": {"spaces": 2}}"#, to: ".swift-format")
        try AppFiles(folder: folder).write("", to: "app/a.swift")
        let wild = "struct A   { }\n"
        let changes = try await Formatter(folder: folder + "/app").format([
            FileChange(path: "b.swift", old: nil, new: "struct B {\n    let b: Int\n}\n"),
            FileChange(path: "a.swift", old: wild, new: wild + "struct C   { }\n"),
        ])
        #expect(changes[0].new == "struct B {\n  let b: Int\n}\n")
        #expect(changes[1].new == wild + "struct C   { }\n")
    }

    @Test func `what was written is taken back, with the folders that are empty then`() throws {
        let folder = FileManager.default.temporaryDirectory.path + "/extract-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let files = AppFiles(folder: folder)
        try files.write("old", to: "a/old.swift")
        let changes = [
            FileChange(path: "a/old.swift", old: "old", new: "new"),
            FileChange(path: "a/b/c/new.swift", old: nil, new: "new"),
        ]
        for change in changes { try files.write(change.new, to: change.path) }
        try files.restore(changes)
        #expect(try Data(contentsOf: URL(filePath: "\(folder)/a/old.swift")) == Data("old".utf8))
        #expect(!FileManager.default.fileExists(atPath: "\(folder)/a/b"))
        #expect(FileManager.default.fileExists(atPath: "\(folder)/a"))
    }
}
