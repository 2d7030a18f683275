// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What was moved, for people and machines.
package struct ExtractReport: Sendable, Encodable {
    /// A file that was written or would be.
    package struct File: Sendable, Encodable {
        package var path: String
        package var isNew: Bool
        package var diff: String
    }

    package var handler: String
    package var service: String
    package var method: String
    package var errors: [String]
    package var files: [File]
    /// False after `--dry-run`.
    package var wasWritten: Bool
    package var wasBuilt: Bool
    package var wasTested: Bool
    /// Where the test to fill in stands; nil when no test target sees the service.
    package var test: String?

    init(
        _ move: Move, _ changes: [FileChange], wasWritten: Bool, wasBuilt: Bool, wasTested: Bool
    ) {
        handler = move.code.function.name
        service = move.target.name
        method = move.method
        errors = move.errors.map { "\(move.errorName).\($0.name)" }
        files = changes.map {
            File(path: $0.path, isNew: $0.old == nil, diff: UnifiedDiff.text($0))
        }
        self.wasWritten = wasWritten
        self.wasBuilt = wasBuilt
        self.wasTested = wasTested
        test = files.last { $0.isNew && $0.path.hasSuffix("Tests.swift") }?.path
    }

    /// As JSON, keys sorted.
    package func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }

    /// The difference, as `git apply` takes it.
    package var diff: String { files.map(\.diff).joined() }

    /// What happened, and what to do next.
    package var text: String {
        var lines = ["\(handler) calls \(service).\(method) from now on."]
        lines += files.map { "  \($0.isNew ? "new    " : "changed")  \($0.path)" }
        if wasBuilt { lines.append("The app builds\(wasTested ? ", and its tests pass" : "").") }
        if wasBuilt, !wasTested {
            lines.append("Its tests failed before already, so they say nothing of this.")
        }
        if !wasBuilt {
            lines.append("It was not built: 'swift build --build-tests' says whether it holds.")
        }
        lines.append(
            test.map { "Next: a row for each rule in \($0)." }
                ?? "No test target sees \(service): add one, and test its rules.")
        return lines.joined(separator: "\n") + "\n"
    }
}
