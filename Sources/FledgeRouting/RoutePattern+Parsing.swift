// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

extension RoutePattern {
    /// Reads a pattern such as `/users/:id`, `/report-:id.pdf` or `/files/*path`.
    ///
    /// ```swift
    /// try RoutePattern("users") == RoutePattern("/users")     // true
    /// try RoutePattern("/users/{id}")                         // throws: write ':id'
    /// ```
    ///
    /// - Parameter text: The pattern. An empty text is `/`.
    /// - Throws: ``RoutePatternError``, which names the character and the right form.
    /// - Complexity: O(*n*) in the length of the text; patterns are read once, at start.
    public init(_ text: String) throws(RoutePatternError) {
        var parser = RoutePatternParser(text)
        self = try parser.parse()
    }
}

/// Reads one pattern from left to right.
///
/// It works on Unicode scalars: a `Character` could join a `:` with a combining mark after it.
struct RoutePatternParser {
    let text: String
    let scalars: [Unicode.Scalar]
    private(set) var position = 0
    private var names: Set<String> = []

    init(_ text: String) {
        self.text = text
        self.scalars = Array(text.unicodeScalars)
    }

    /// The scalar to read next; nil at the end of the text.
    var current: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

    mutating func parse() throws(RoutePatternError) -> RoutePattern {
        var segments: [RoutePattern.Segment] = []
        var hasTrailingSlash = false
        if current == "/" { position += 1 }
        while current != nil {
            if let last = segments.last, case .catchAll(let name, _) = last {
                throw error(
                    .catchAllNotLast,
                    "the catch-all '*\(name)' takes the rest of the path, so it must come last")
            }
            segments.append(try parseSegment())
            if current == "/" {
                position += 1
                hasTrailingSlash = current == nil
            }
        }
        return RoutePattern(segments: segments, hasTrailingSlash: hasTrailingSlash)
    }

    private mutating func parseSegment() throws(RoutePatternError) -> RoutePattern.Segment {
        if current == "/" {
            throw error(.syntax, "there is an empty segment before this '/'; remove one slash")
        }
        return current == "*" ? try parseCatchAll() : try parseTextOrParameter()
    }

    private mutating func parseTextOrParameter() throws(RoutePatternError) -> RoutePattern.Segment {
        let start = position
        var text: [UInt8] = []
        var parameter: (name: String, prefix: [UInt8])?
        while let scalar = current, scalar != "/" {
            if scalar != ":" {
                text += Array(String(try parseLiteral(scalar)).utf8)
            } else if parameter == nil {
                parameter = (try parseParameterName(), text)
                text = []
            } else {
                throw error(
                    .syntax,
                    "a segment has one parameter; put a '/' between the two, "
                        + "or write '\\:' for the character itself")
            }
        }
        if let parameter {
            return .parameter(name: parameter.name, prefix: parameter.prefix, suffix: text)
        }
        if text == [UInt8(ascii: ".")] || text == Array("..".utf8) {
            throw error(
                .syntax, at: start,
                "clients resolve '.' and '..' before they send a path, "
                    + "so no request has this segment; write the resolved path")
        }
        return .literal(text)
    }

    private mutating func parseParameterName() throws(RoutePatternError) -> String {
        let start = position
        let name = try parseName(marker: ":", example: "id", of: "a parameter")
        if let problem = problem(afterName: name) {
            throw error(.foreignSyntax, at: start, problem)
        }
        if let next = current, !next.isASCII {
            throw error(
                .badName,
                "a name has only ASCII letters, digits and '_'; "
                    + "write '\\\(next)' if '\(next)' is text after ':\(name)'")
        }
        return name
    }

    private mutating func parseCatchAll() throws(RoutePatternError) -> RoutePattern.Segment {
        let name = try parseName(marker: "*", example: "path", of: "a catch-all")
        let allowsEmpty = current == "?"
        if allowsEmpty { position += 1 }
        if let next = current, next != "/" {
            throw error(
                .syntax,
                "a catch-all is a whole segment; end it after '*\(name)\(allowsEmpty ? "?" : "")'")
        }
        return .catchAll(name: name, allowsEmpty: allowsEmpty)
    }

    /// Reads the marker and the name after it, and refuses a name seen before.
    private mutating func parseName(
        marker: String, example: String, of what: String
    ) throws(RoutePatternError) -> String {
        let start = position
        position += 1
        while let scalar = current, RoutePatternSyntax.continuesName(scalar) { position += 1 }
        let name = String(String.UnicodeScalarView(scalars[start + 1..<position]))
        guard let first = name.unicodeScalars.first else {
            throw error(
                .badName, at: start,
                "\(what) needs a name after '\(marker)', such as '\(marker)\(example)'; "
                    + "write '\\\(marker)' for the character itself")
        }
        guard RoutePatternSyntax.startsName(first) else {
            throw error(
                .badName, at: start + 1,
                "a name starts with a letter or '_', and '\(name)' does not")
        }
        guard names.insert(name).inserted else {
            throw error(
                .duplicateName, at: start,
                "the name '\(name)' is used twice; give each parameter its own")
        }
        return name
    }

    /// Reads one character of literal text, escaped or not.
    private mutating func parseLiteral(
        _ scalar: Unicode.Scalar
    ) throws(RoutePatternError) -> Unicode.Scalar {
        if let problem = problem(withUnescaped: scalar) { throw problem }
        guard scalar == "\\" else {
            position += 1
            return scalar
        }
        position += 1
        guard let escaped = current else {
            throw error(
                .syntax, at: position - 1,
                "'\\' takes the next character literally, and there is none; write '\\\\'")
        }
        guard escaped != "/" else {
            throw error(
                .syntax, at: position - 1,
                "a '/' always separates segments and cannot be escaped; "
                    + "bind a parameter to accept '%2F'")
        }
        if escaped.value < 0x20 || escaped.value == 0x7F { throw controlCharacter(escaped) }
        position += 1
        return escaped
    }

    func error(
        _ code: RoutePatternError.Code, at index: Int? = nil, _ message: String
    ) -> RoutePatternError {
        RoutePatternError(code, pattern: text, character: (index ?? position) + 1, message)
    }
}
