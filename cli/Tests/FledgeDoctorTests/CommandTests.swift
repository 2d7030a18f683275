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

/// The command, in the process: what it is told, and the status it would end with.
@Suite struct CommandTests {
    private func status(_ arguments: String...) async -> Int32 {
        do {
            let command = try DoctorCommand.parse(arguments)
            try await command.run()
            return 0
        } catch { return DoctorCommand.exitCode(for: error).rawValue }
    }

    private func withFolder(
        _ files: [String: String], _ body: (String) async throws -> Void
    ) async throws {
        let folder = FileManager.default.temporaryDirectory.path + "/doctor-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for (path, text) in files {
            let file = "\(folder)/\(path)"
            let parent = file.split(separator: "/").dropLast().joined(separator: "/")
            try FileManager.default.createDirectory(
                atPath: "/" + parent, withIntermediateDirectories: true)
            try Data(text.utf8).write(to: URL(filePath: file))
        }
        try await body(folder)
    }

    private let clean = ["app/main.swift": "import Fledge\nawait serve { App() }\n"]
    private let faulty = [
        "app/A.swift":
            "import Fledge\n@Route struct A { func GET() throws { try db.execute(\"DELETE FROM t\") } }"
    ]

    @Test func `nothing found is 0, something is 1, and what a bound allows is 0`() async throws {
        try await withFolder(clean) { #expect(await status($0) == 0) }
        try await withFolder(faulty) { folder in
            #expect(await status(folder) == 1)
            #expect(await status(folder, "--max-score", "100") == 0)
            #expect(await status(folder, "--rule", "deep-folders") == 0)
        }
    }

    @Test func `what cannot be examined is 2`() async throws {
        #expect(await status("/nowhere/at/all") == 2)
        #expect(await status("--explain", "no-such-rule") == 2)
        #expect(await status("--rule", "no-such-rule") == 2)
        try await withFolder(["README.md": "no Swift"]) { #expect(await status($0) == 2) }
        try await withFolder(clean) { folder in
            #expect(await status("\(folder)/app/main.swift") == 2)
            #expect(await status(folder, "--baseline", "\(folder)/none.json") == 2)
            #expect(await status(folder, "--baseline", "\(folder)/app/main.swift") == 2)
            #expect(await status(folder, "--html", "\(folder)/no/such/folder.html") == 2)
        }
        try await withFolder(clean) { folder in
            try FileManager.default.createSymbolicLink(
                atPath: "\(folder)/app/Gone.swift", withDestinationPath: "/nowhere")
            #expect(await status(folder) == 2)
        }
    }

    @Test func `a wrong command is 64`() async {
        #expect(await status("--no-such-flag") == 64)
        #expect(await status("--json", "--sarif") == 64)
        #expect(await status("--max-score", "many") == 64)
    }

    @Test func `what is asked for is told`() async throws {
        #expect(await status("--list-rules") == 0)
        #expect(await status("--explain", "duplicated-logic") == 0)
        #expect(await status("--help") == 0)
    }

    @Test func `a baseline leaves out what it knows, and a page is written`() async throws {
        try await withFolder(faulty) { folder in
            #expect(await status(folder, "--write-baseline", "\(folder)/known.json") == 0)
            #expect(await status(folder, "--baseline", "\(folder)/known.json") == 0)
            #expect(await status(folder, "--html", "\(folder)/map.html", "--json") == 1)
            #expect(FileManager.default.fileExists(atPath: "\(folder)/map.html"))
        }
    }

    @Test func `what does not compile is examined all the same`() async throws {
        try await withFolder(["app/A.swift": "struct A { func f( { if }\n@Route class"]) {
            #expect(await status($0) == 0)
        }
    }
}
