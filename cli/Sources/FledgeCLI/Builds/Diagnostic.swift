// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Something that the compiler, or a tool that it runs, has to say about a line.
struct Diagnostic: Hashable, Sendable {
    enum Severity: String, Sendable {
        case error, warning, note
    }

    /// Absolute, as the compiler writes it; nil when it is about no file.
    var file: String?
    var line: Int?
    /// In UTF-8 bytes from 1, as the compiler counts.
    var column: Int?
    var severity: Severity
    var message: String

    /// `app/HelloRoute.swift:4:9`, or nothing.
    func place(below root: String) -> String? {
        guard let file else { return nil }
        let position = [line, column].compactMap { $0.map { ":\($0)" } }.joined()
        return (Paths.below(file, root) ?? file) + position
    }
}
