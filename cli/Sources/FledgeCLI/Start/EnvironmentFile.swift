// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Files with variables.
enum EnvironmentFile {
    /// Reads files; of a variable that stands in several, the first one counts.
    ///
    /// - Throws: ``CommandError`` with all that is wrong in all of them.
    static func read(_ paths: [String]) throws -> [String: String] {
        var problems: [String] = []
        var variables: [String: String] = [:]
        for path in paths {
            guard let text = Paths.text(path) else {
                problems.append("\(Paths.display(path)) cannot be read, or is not there.")
                continue
            }
            let (found, wrong) = parse(text)
            variables.merge(found) { first, _ in first }
            problems += wrong.map { "\(Paths.display(path)):\($0)" }
        }
        guard problems.isEmpty else {
            throw CommandError(problems.joined(separator: "\n"), remedy: "Nothing was started.")
        }
        return variables
    }

    /// Reads lines of `NAME=value`, with quotes if need be.
    ///
    /// `export` before a name, and lines with `#`, are passed over. Nothing is expanded.
    static func parse(_ text: String) -> (variables: [String: String], problems: [String]) {
        var variables: [String: String] = [:]
        var problems: [String] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated()
        {
            var line = trimmed(line)
            guard !line.isEmpty, !line.hasPrefix("#") else { continue }
            if line.hasPrefix("export ") { line = trimmed(line.dropFirst(7)) }
            let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = trimmed(parts[0])
            guard parts.count == 2, isName(name) else {
                problems.append("\(index + 1): this is not NAME=value.")
                continue
            }
            variables[String(name)] = unquoted(trimmed(parts[1]))
        }
        return (variables, problems)
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text.drop(while: \.isWhitespace)
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }

    private static func isName(_ text: Substring) -> Bool {
        !text.isEmpty && text.first?.isNumber != true
            && text.utf8.allSatisfy { byte in
                byte == UInt8(ascii: "_") || (0x30...0x39).contains(byte)
                    || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
            }
    }

    private static func unquoted(_ text: Substring) -> String {
        for quote in ["\"", "'"]
        where text.count > 1 && text.hasPrefix(quote) && text.hasSuffix(quote) {
            return String(text.dropFirst().dropLast())
        }
        // A comment may follow a value without quotes.
        return String(trimmed(text.firstRange(of: " #").map { text[..<$0.lowerBound] } ?? text))
    }
}
