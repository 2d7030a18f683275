// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

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

    private func format(_ text: String, _ path: String) async throws(Refusal) -> String? {
        let own = try await Tool(
            name: "git", arguments: ["ls-files", ".swift-format"], directory: folder
        ).run()
        let hasOwn = own.isSuccess && !own.output.isEmpty
        let configuration =
            hasOwn ? ["--configuration", ".swift-format"] : ["--configuration", Self.house]
        let outcome = try await Tool(
            name: "swift",
            arguments: ["format", "format", "--assume-filename", path] + configuration + ["-"],
            directory: folder
        ).run(input: text)
        return outcome.isSuccess && !outcome.output.isEmpty ? outcome.output : nil
    }

    private static let house =
        #"{"version": 1, "lineLength": 100, "indentation": {"spaces": 4}, "respectsExistingLineBreaks": true, "lineBreakBeforeEachArgument": false}"#
}
