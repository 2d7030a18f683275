// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// The text of a file with routes, read as far as ejecting one needs it.
///
/// Not with a parser, which compiles for minutes. What is misread here shows at once: the app is built
/// and compared afterwards, and put back when it is not the same.
struct RouteSource {
    private let text: String

    init(_ text: String) { self.text = text }

    /// The text with `@Controller` in the place of a struct's `@Route`.
    func asController(_ type: String) -> String? {
        guard let structure = declaration(of: type),
            let attribute = text[..<structure.lowerBound].ranges(of: "@Route").last,
            // Modifiers and other attributes may stand between them, and no other declaration.
            !text[attribute.upperBound..<structure.lowerBound].contains("}")
        else { return nil }
        return text.replacingCharacters(in: attribute, with: "@Controller")
    }

    /// The stored properties of a struct that have no value of their own, in order.
    func properties(of type: String) -> [String] {
        guard let structure = declaration(of: type),
            let open = text[structure.upperBound...].firstIndex(of: "{")
        else { return [] }
        var names: [String] = []
        var depth = 0
        for line in text[open...].split(separator: "\n", omittingEmptySubsequences: false) {
            let code = Self.withoutTexts(line)
            if depth == 1, let name = Self.property(code) { names.append(name) }
            depth += code.count { $0 == "{" } - code.count { $0 == "}" }
            if depth == 0 { break }
        }
        return names
    }

    private func declaration(of type: String) -> Range<String.Index>? {
        text.ranges(of: "struct \(type)").first { range in
            let next = text[range.upperBound...].first
            let lead = text[..<range.lowerBound].split(
                separator: "\n", omittingEmptySubsequences: false
            ).last
            return next.map { !($0.isLetter || $0.isNumber || $0 == "_") } ?? false
                && lead?.contains("//") != true
        }
    }

    /// `users` of `let users: UserService`.
    private static func property(_ line: String) -> String? {
        let words = line.split { $0 == " " || $0 == "\t" }
        guard let index = words.firstIndex(where: { $0 == "let" || $0 == "var" }),
            !words[..<index].contains("static"), !line.contains("="), !line.contains("{"),
            index + 1 < words.count, words[index + 1].hasSuffix(":")
        else { return nil }
        return String(words[index + 1].dropLast())
    }

    /// A line without comments and without what is in quotes, where a brace is none.
    private static func withoutTexts(_ line: Substring) -> String {
        var code = ""
        var isText = false
        var previous: Character?
        for character in line {
            if character == "\"", previous != "\\" {
                isText.toggle()
            } else if !isText {
                if character == "/", previous == "/" { return String(code.dropLast()) }
                code.append(character)
            }
            previous = character
        }
        return code
    }
}

extension String {
    fileprivate func replacingCharacters(in range: Range<Index>, with new: String) -> String {
        self[..<range.lowerBound] + new + self[range.upperBound...]
    }
}
