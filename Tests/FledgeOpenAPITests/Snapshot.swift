// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Foundation
import Testing

/// A document in a file, for comparing whole documents as text.
///
/// After a change on purpose, run the tests with `FLEDGE_UPDATE_SNAPSHOTS=1` and review the diff.
struct Snapshot {
    private static let isUpdating =
        ProcessInfo.processInfo.environment["FLEDGE_UPDATE_SNAPSHOTS"] != nil

    private let file: URL

    init(_ name: String) {
        file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Documents").appending(path: name)
    }

    /// Fails with the first line that differs.
    func expect(_ actual: String, _ location: SourceLocation = #_sourceLocation) throws {
        if Self.isUpdating { return try actual.write(to: file, atomically: true, encoding: .utf8) }
        let expected = try String(contentsOf: file, encoding: .utf8)
        guard actual != expected else { return }
        let lines = zip(actual.split(separator: "\n"), expected.split(separator: "\n"))
        let difference = lines.first { $0 != $1 }.map { "\($0) instead of \($1)" }
        Issue.record(
            "\(file.lastPathComponent) has changed: \(difference ?? "another number of lines")",
            sourceLocation: location)
    }
}
