// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// The characters of the pattern grammar, shared by the parser and the printer.
enum RoutePatternSyntax {
    /// Characters that mean something here or in another framework's patterns.
    ///
    /// As literal text they need a `\`, so that a pattern carried over from elsewhere fails instead
    /// of never matching.
    static let reserved: Set<Unicode.Scalar> = [
        ":", "*", "\\", "?", "#", "%", "{", "}", "[", "]", "<", ">",
    ]

    static func startsName(_ scalar: Unicode.Scalar) -> Bool {
        ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || scalar == "_"
    }

    static func continuesName(_ scalar: Unicode.Scalar) -> Bool {
        startsName(scalar) || ("0"..."9").contains(scalar)
    }

    /// Whether literal text that follows a name cannot begin with `scalar` unescaped: it would be
    /// read as part of the name, as a regular expression or as a repetition.
    static func needsEscapeAfterName(_ scalar: Unicode.Scalar) -> Bool {
        continuesName(scalar) || !scalar.isASCII || scalar == "(" || scalar == "+"
    }

    /// The literal `text` as a pattern writes it.
    static func escape(_ text: [UInt8], afterName: Bool = false) -> String {
        var result = ""
        for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
            let follows = afterName && result.isEmpty && needsEscapeAfterName(scalar)
            if follows || reserved.contains(scalar) { result.unicodeScalars.append("\\") }
            result.unicodeScalars.append(scalar)
        }
        return result
    }
}
