// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Foundation
import Testing

/// A source file whose macros stand in comments, and the file that holds what they write.
///
///     /* @Schema */ struct User { /* @Field(.email) */ var email: String }
///
/// The benchmarks have such files: a release build that uses macros compiles swift-syntax too.
struct CommittedExpansion: Sendable, CustomTestStringConvertible {
    private static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static let all = [
        CommittedExpansion(target: "BenchServer", name: "Users"),
        CommittedExpansion(target: "DatabaseServer", name: "Person"),
        CommittedExpansion(target: "JSONBench", name: "Models"),
    ]

    let target: String
    let name: String

    var testDescription: String { "\(target)/\(name).swift" }

    private var folder: URL { Self.root.appending(path: "Benchmarks/Sources/\(target)") }
    private var file: URL { folder.appending(path: "Generated/\(name)+Macros.swift") }

    /// The file as it was committed.
    var committed: String {
        get throws { try String(contentsOf: file, encoding: .utf8) }
    }

    /// The file as the macros would have it.
    var expected: String {
        get async throws {
            let declarations = try String(
                contentsOf: folder.appending(path: "\(name).swift"), encoding: .utf8)
            let source = declarations.replacing(/\/\* (@.+?) \*\//) { $0.output.1 }
            return header(imports: imports(of: source)) + body(try await MacroPlugin.expand(source))
        }
    }

    func write(_ text: String) throws {
        try text.write(to: file, atomically: true, encoding: .utf8)
    }

    private func imports(of source: String) -> String {
        source.split(separator: "\n").filter { $0.hasPrefix("import ") }.joined(separator: "\n")
    }

    private func header(imports: String) -> String {
        """
        // Written by FledgeMacrosTests with FLEDGE_UPDATE_SNAPSHOTS=1 from \(name).swift. Do not edit.
        // swift-format-ignore-file

        \(imports)

        """
    }

    /// Members in extensions of their types, then the extensions that the macros write.
    private func body(_ expansion: String) -> String {
        var (text, isInType) = ("", false)
        for line in expansion.split(separator: "\n") {
            if line.contains("#sourceLocation") { continue }
            let type = line.wholeMatch(of: /\/\/ in \w+ (\w+):/)?.output.1
            let isExtension =
                line.hasPrefix("extension ") || line.hasPrefix("nonisolated extension ")
            if isInType, type != nil || isExtension {
                text += "}\n"
                isInType = false
            }
            if let type {
                text += "\nextension \(type) {\n"
                isInType = true
            } else {
                text += (isExtension ? "\n" : "") + line + "\n"
            }
        }
        // The benchmarks have the module without macros.
        return text.replacing("FledgeSchema.", with: "FledgeJSON.")
            .replacing("App/File.swift", with: "\(target)/\(name).swift")
    }
}

@Suite struct CommittedExpansionTests {
    @Test(arguments: CommittedExpansion.all)
    func `what the benchmarks have committed is what the macros write`(
        _ expansion: CommittedExpansion
    ) async throws {
        let expected = try await expansion.expected
        if Snapshot.isUpdating { return try expansion.write(expected) }
        #expect(try expansion.committed == expected)
    }
}
