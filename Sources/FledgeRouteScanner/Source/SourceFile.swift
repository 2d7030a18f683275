// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// A Swift file as the scanner reads it.
package struct SourceFile: Sendable, Hashable {
    /// The absolute path, with `/` between its parts.
    package var path: String
    /// The whole text.
    package var text: String

    /// A file of `text` at `path`.
    package init(path: String, text: String) {
        self.path = path
        self.text = text
    }

    /// The last part of the path.
    var name: String { String(path.split(separator: "/").last ?? "") }
}
