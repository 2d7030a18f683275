// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Formats what was written with `swift format`: by the app's `.swift-format`, else as Fledge does.
struct Formatter: Sendable {
    var folder: String

    /// New files, and those that were formatted before; others keep their own style.
    ///
    /// - Returns: The same changes; a text that cannot be formatted stays as it is.
    func format(_ changes: [FileChange]) async throws(Refusal) -> [FileChange] {
        var formatted: [FileChange] = []
        for var change in changes {
            let wasFormatted: Bool
            if let old = change.old {
                wasFormatted = try await format(old, change.path) == old
            } else {
                wasFormatted = true
            }
            if wasFormatted, let text = try await format(change.new, change.path) {
                change.new = text
            }
            formatted.append(change)
        }
        return formatted
    }

    /// - Returns: `nil` when it cannot be formatted.
    private func format(_ text: String, _ path: String) async throws(Refusal) -> String? {
        let outcome = try await Tool(
            name: "swift",
            arguments: [
                "format", "format", "--assume-filename", path, "--configuration", configuration,
                "-",
            ], directory: folder
        ).run(input: text)
        return outcome.isSuccess && !outcome.output.isEmpty ? outcome.output : nil
    }

    /// The nearest `.swift-format` from the app upwards, as `swift format` would look for it.
    private var configuration: String {
        var place = URL(filePath: folder).standardizedFileURL
        while true {
            let file = place.appending(path: ".swift-format").path
            if FileManager.default.fileExists(atPath: file) { return file }
            let parent = place.deletingLastPathComponent().standardizedFileURL
            guard parent.path.count < place.path.count else { return Self.house }
            place = parent
        }
    }

    private static let house =
        #"{"version": 1, "lineLength": 100, "indentation": {"spaces": 4}, "respectsExistingLineBreaks": true, "lineBreakBeforeEachArgument": false}"#
}
