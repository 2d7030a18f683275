// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Finds diagnostics in what `swift build` writes.
///
/// The compiler repeats them, once for each job that sees the mistake; each is given once. The
/// excerpts below them are passed over: whoever shows an excerpt reads the file.
struct DiagnosticParser {
    private(set) var diagnostics: [Diagnostic] = []
    private var seen: Set<Diagnostic> = []

    /// Takes a line of the output.
    mutating func add(_ line: String) {
        guard let diagnostic = Self.parse(line), seen.insert(diagnostic).inserted else { return }
        diagnostics.append(diagnostic)
    }

    /// Errors, in the order in which they came.
    var errors: [Diagnostic] { diagnostics.filter { $0.severity == .error } }

    /// `path:line:column: error: message`, `path:line: error: message` or `error: message`.
    static func parse(_ line: String) -> Diagnostic? {
        let line = plain(line)
        for severity in [Diagnostic.Severity.error, .warning, .note] {
            let mark = "\(severity.rawValue): "
            if line.hasPrefix(mark) {
                return general(String(line.dropFirst(mark.count)), severity)
            }
            // The mark may come in a message too; the one after a place is meant.
            guard line.hasPrefix("/"),
                let place = line.split(separator: ": " + mark, maxSplits: 1).first,
                place.count < line.count
            else { continue }
            let message = String(line.dropFirst(place.count + mark.count + 2))
            if let diagnostic = located(place, message, severity) { return diagnostic }
        }
        return nil
    }

    private static func general(_ message: String, _ severity: Diagnostic.Severity) -> Diagnostic? {
        // What SwiftPM adds at the end of every failed build says nothing.
        if ["fatalError", "Compilation failed", "emit-module command failed"].contains(
            where: message.hasPrefix)
        {
            return nil
        }
        return Diagnostic(severity: severity, message: message)
    }

    private static func located(
        _ place: Substring, _ message: String, _ severity: Diagnostic.Severity
    ) -> Diagnostic? {
        var parts = place.split(separator: ":", omittingEmptySubsequences: false)
        var numbers: [Int] = []
        while numbers.count < 2, parts.count > 1, let last = parts.last, let number = Int(last) {
            numbers.insert(number, at: 0)
            parts.removeLast()
        }
        guard let line = numbers.first else { return nil }
        return Diagnostic(
            file: parts.joined(separator: ":"), line: line,
            column: numbers.count > 1 ? numbers[1] : nil, severity: severity, message: message)
    }

    /// Without the colours of a terminal.
    static func plain(_ line: String) -> String {
        guard line.utf8.contains(0x1B) else { return line }
        var result = ""
        var rest = line[...]
        while let escape = rest.firstIndex(of: "\u{1B}") {
            result += rest[..<escape]
            rest = rest[escape...].drop { !$0.isLetter }.dropFirst()
        }
        return result + rest
    }
}
