// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// A finding, printed the way compilers do so that editors and terminals can jump to it.
package struct Diagnostic: Sendable, Hashable, CustomStringConvertible {
    /// An error stops the build; a warning does not.
    package enum Severity: String, Sendable {
        case error, warning
    }

    /// Whether the build stops.
    package var severity: Severity
    /// The absolute path of the file.
    package var path: String
    /// Where in the file.
    package var position: Position
    /// What is wrong and what to do, on one line.
    package var message: String

    static func error(_ path: String, _ position: Position, _ message: String) -> Diagnostic {
        Diagnostic(severity: .error, path: path, position: position, message: message)
    }

    static func warning(_ path: String, _ position: Position, _ message: String) -> Diagnostic {
        Diagnostic(severity: .warning, path: path, position: position, message: message)
    }

    /// The line to print, as `path:line:column: error: message`.
    package var description: String {
        "\(path):\(position.line):\(position.column): \(severity.rawValue): \(message)"
    }

    /// In the order a reader goes through the files.
    static func sorted(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        diagnostics.sorted {
            ($0.path, $0.position, $0.message) < ($1.path, $1.position, $1.message)
        }
    }
}
