// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

// What people write by habit from other frameworks and from URLs, and the form Fledge takes.
// A pattern that is accepted and then never matches costs an afternoon; these cost a second.

extension RoutePatternParser {
    /// The reason why `scalar` cannot stand in literal text without a `\`; nil when it can.
    func problem(withUnescaped scalar: Unicode.Scalar) -> RoutePatternError? {
        switch scalar {
        case "{", "[", "<":
            return foreignPlaceholder()
        case "}", "]", ">":
            return error(
                .foreignSyntax,
                "'\(scalar)' closes nothing; Fledge writes a parameter ':name', "
                    + "and '\\\(scalar)' for the character itself")
        case "*":
            return error(
                .syntax,
                "a catch-all is a whole segment, such as '/*path'; "
                    + "write '\\*' for the character itself")
        case "?":
            return error(
                .syntax,
                "a pattern has no query; leave it out and read the query in the handler, "
                    + "or write '\\?' for the character itself")
        case "#":
            return error(
                .syntax,
                "a fragment is never sent to a server; leave it out, "
                    + "or write '\\#' for the character itself")
        case "%":
            return error(
                .syntax,
                "patterns are not percent-encoded; write the character itself, "
                    + "or '\\%' for a percent sign")
        default:
            return scalar.value < 0x20 || scalar.value == 0x7F ? controlCharacter(scalar) : nil
        }
    }

    func controlCharacter(_ scalar: Unicode.Scalar) -> RoutePatternError {
        let code = String(scalar.value, radix: 16, uppercase: true)
        return error(.syntax, "the control character U+\(code) cannot be part of a path; remove it")
    }

    /// The right form for `:id?`, `:path*`, `:path+` and `:id(\d+)`; nil when `name` ends well.
    func problem(afterName name: String) -> String? {
        let following = scalars[position...].dropFirst().first
        let endsSegment = following == nil || following == "/"
        switch current {
        case "?":
            return "Fledge has no optional parameter ':\(name)?'; write two routes, "
                + "or '*\(name)?' for zero or more segments"
        case "*":
            return "Fledge writes zero or more segments '*\(name)?', not ':\(name)*'"
        case "+" where endsSegment:
            return "Fledge writes one or more segments '*\(name)', not ':\(name)+'"
        case "+", "(":
            return "Fledge has no regular expressions in patterns; bind ':\(name)' to a type that "
                + "checks it, or write '\\\(current == "+" ? "+" : "(")' for the character itself"
        default:
            return nil
        }
    }

    /// Names the Fledge form of `{id}`, `[id]`, `<id>`, `[...path]`, `[[...path]]`, `{*path}`,
    /// `{path...}`, `{id:int}` and `<int:id>`.
    private func foreignPlaceholder() -> RoutePatternError {
        let rest = scalars[position...].prefix { $0 != "/" }
        let closing: Set<Unicode.Scalar> = ["}", "]", ">"]
        let end = rest.lastIndex(where: closing.contains).map { $0 + 1 } ?? rest.endIndex
        let written = String(String.UnicodeScalarView(rest[..<end]))

        let isCatchAll = written.contains("...") || written.contains("*")
        let form: String
        if isCatchAll {
            form = "a catch-all '*\(foreignName(in: written))\(written.hasPrefix("[[") ? "?" : "")'"
        } else {
            form = "a parameter ':\(foreignName(in: written))'"
        }
        return error(.foreignSyntax, "Fledge writes \(form), not '\(written)'")
    }

    private func foreignName(in placeholder: String) -> String {
        // `{id:int}` has the name first, `<int:id>` has it last.
        let parts = placeholder.split(separator: ":")
        let part = (placeholder.hasPrefix("<") ? parts.last : parts.first) ?? ""
        let name = part.unicodeScalars.filter(RoutePatternSyntax.continuesName)
        return name.first.map(RoutePatternSyntax.startsName) == true ? String(name) : "name"
    }
}
