// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// One environment file, parsed but not yet expanded.
///
///     # a comment
///     export NAME=value            # `export` is passed over; a comment needs a space before it
///     PLAIN = a b c                # blanks around are dropped, those inside stay
///     LITERAL='$5 and \n as they are'
///     QUOTED="two\nlines, and $NAME"
///
/// Both kinds of quotes may run over several lines. Every mistake of the file is noted, and none of
/// the notes repeats what stands in the file but names, since the rest can be a secret.
struct EnvironmentFile {
    struct Definition {
        var name: String
        var line: Int
        var value: EnvironmentTemplate
    }

    let name: String
    private(set) var definitions: [Definition] = []
    private(set) var mistakes: [EnvironmentError.Mistake] = []

    private struct Failure: Error {
        var message: String
        var line: Int
    }

    /// Scalars, not characters: a quote stays one whatever combines with it, and so does a line feed.
    private var rest: ArraySlice<Unicode.Scalar>
    private var line = 1

    init(name: String, text: String) {
        self.name = name
        var scalars = Array(text.unicodeScalars)
        // Files from Windows: CR LF for line feeds, and a byte order mark.
        scalars = scalars.indices.compactMap { index in
            let isCR = scalars[index] == "\r" && scalars.dropFirst(index + 1).first == "\n"
            return isCR ? nil : scalars[index]
        }
        rest = scalars[...]
        if rest.first == "\u{FEFF}" { rest.removeFirst() }
        while !rest.isEmpty { readStatement() }
    }

    private mutating func readStatement() {
        do throws(Failure) {
            try statement()
        } catch {
            note(error.message, error.line)
            _ = take { $0 != "\n" }
        }
    }

    private mutating func note(_ message: String, _ line: Int) {
        mistakes.append(
            .init(code: "FLEDGE_ENV_SYNTAX", message: message, place: "\(name):\(line)"))
    }

    private mutating func statement() throws(Failure) {
        skipBlanks()
        if skipEndOfLine() { return }
        let start = line
        let name = try variableName()
        skipBlanks()
        // What stands before a missing '=' can be the second line of a key: it is not repeated.
        guard rest.first == "=" else {
            throw Failure(
                message: "There is no '=' after the name. Write NAME=value; a value of several "
                    + "lines stands in quotes; a comment starts with '#'.",
                line: line)
        }
        rest.removeFirst()
        let value = try value(of: name)
        if let first = definitions.first(where: { $0.name == name }) {
            let message = "\(name) is defined in line \(first.line) already. Remove one of the two."
            throw Failure(message: message, line: start)
        }
        definitions.append(Definition(name: name, line: start, value: value))
    }

    private mutating func variableName() throws(Failure) -> String {
        var name = takeName()
        if name == "export", rest.first == " " || rest.first == "\t" {
            skipBlanks()
            name = takeName()
        }
        guard let first = name.unicodeScalars.first, !("0"..."9" ~= first) else {
            throw Failure(
                message: "There is no NAME=value here. Names have letters, digits and '_'; "
                    + "a value of several lines stands in quotes; a comment starts with '#'.",
                line: line)
        }
        return name
    }

    private mutating func value(of name: String) throws(Failure) -> EnvironmentTemplate {
        let start = line
        let blank = rest.first.map(Self.isBlank) ?? false
        skipBlanks()
        switch rest.first {
        case "'":
            let text = try quoted(name, by: "'", escapes: false)
            return EnvironmentTemplate(literal: text)
        case "\"":
            let text = try quoted(name, by: "\"", escapes: true)
            return try template(text, isQuoted: true, name, start)
        case "`":
            throw Failure(
                message: "The value of \(name) is in backticks. Use single or double quotes.",
                line: line)
        default:
            return try template(unquoted(afterBlank: blank), isQuoted: false, name, start)
        }
    }

    private func template(
        _ text: ArraySlice<Unicode.Scalar>, isQuoted: Bool, _ name: String, _ line: Int
    ) throws(Failure) -> EnvironmentTemplate {
        do throws(EnvironmentTemplate.SyntaxError) {
            return try EnvironmentTemplate(parsing: text, isQuoted: isQuoted)
        } catch {
            throw Failure(message: "The value of \(name) \(error.message)", line: line)
        }
    }

    /// What stands between two quotes.
    ///
    /// Nothing but a comment may follow them.
    private mutating func quoted(
        _ name: String, by quote: Unicode.Scalar, escapes: Bool
    ) throws(Failure) -> ArraySlice<Unicode.Scalar> {
        let start = line
        rest.removeFirst()
        var isEscaped = false
        let text = take { scalar in
            if isEscaped {
                isEscaped = false
                return true
            }
            isEscaped = escapes && scalar == "\\"
            return scalar != quote
        }
        guard rest.popFirst() == quote else {
            throw Failure(
                message: "The quote that opens the value of \(name) is never closed.", line: start)
        }
        skipBlanks()
        guard skipEndOfLine() else {
            throw Failure(
                message: "There is something after the closing quote of \(name), whose value began "
                    + "in line \(start). Close the quotes at the end of the value; "
                    + "inside double quotes, write \\\" for a quote.",
                line: line)
        }
        return text
    }

    /// The rest of the line without the comment and the blanks at the end.
    ///
    /// A `#` inside a word is no comment, or half of a password would be dropped without a word.
    private mutating func unquoted(afterBlank: Bool) -> ArraySlice<Unicode.Scalar> {
        var previous: Unicode.Scalar = afterBlank ? " " : "="
        var text = take { scalar in
            defer { previous = scalar }
            return scalar != "\n" && !(scalar == "#" && Self.isBlank(previous))
        }
        while let last = text.last, Self.isBlank(last) { text.removeLast() }
        return text
    }

    private mutating func takeName() -> String {
        String(String.UnicodeScalarView(take(while: EnvironmentTemplate.isNameScalar)))
    }

    private mutating func skipBlanks() { _ = take(while: Self.isBlank) }

    /// Also skips a comment.
    ///
    /// False when there is something else.
    private mutating func skipEndOfLine() -> Bool {
        if rest.first == "#" { _ = take { $0 != "\n" } }
        guard let next = rest.first else { return true }
        guard next == "\n" else { return false }
        rest.removeFirst()
        line += 1
        return true
    }

    private mutating func take(
        while isTaken: (Unicode.Scalar) -> Bool
    ) -> ArraySlice<Unicode.Scalar> {
        let end = rest.firstIndex { !isTaken($0) } ?? rest.endIndex
        defer { rest = rest[end...] }
        line += rest[..<end].count { $0 == "\n" }
        return rest[..<end]
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || scalar == "\t"
    }
}
