// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Foundation
import Testing

/// A source text with what becomes of it.
struct Snapshot: Sendable, CustomTestStringConvertible {
    private static let separator = "// -----\n"
    private static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().appending(path: "Snapshots")

    static let isUpdating = ProcessInfo.processInfo.environment["FLEDGE_UPDATE_SNAPSHOTS"] != nil

    static let all: [Snapshot] = {
        let files = try? FileManager.default.contentsOfDirectory(
            at: folder, includingPropertiesForKeys: nil)
        return (files ?? []).filter { $0.pathExtension == "txt" }
            .sorted { $0.path < $1.path }
            .compactMap { try? Snapshot($0) }
    }()

    private let file: URL
    let input: String
    let output: String

    var testDescription: String { file.deletingPathExtension().lastPathComponent }

    private init(_ file: URL) throws {
        self.file = file
        let text = try String(contentsOf: file, encoding: .utf8)
        let end = text.range(of: Self.separator)
        input = String(text[..<(end?.lowerBound ?? text.endIndex)])
        output = end.map { String(text[$0.upperBound...]) } ?? ""
    }

    func write(_ actual: String) throws {
        try (input + Self.separator + actual).write(to: file, atomically: true, encoding: .utf8)
    }
}
