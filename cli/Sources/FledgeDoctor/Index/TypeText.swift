// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Types by their text.
///
/// There is no compiler here, and most names say enough.
enum TypeText {
    /// The name that counts: `OrderStore` of `any OrderStore`, `[OrderStore]` stays a list.
    static func core(_ text: String) -> String {
        var text = text.trimmed
        for prefix in [
            "any ", "some ", "borrowing ", "consuming ", "inout ", "@escaping ", "@Sendable ",
        ]
        where text.hasPrefix(prefix) {
            text = String(text.dropFirst(prefix.count))
        }
        while let last = text.last, last == "?" || last == "!" { text.removeLast() }
        if text.hasPrefix("("), text.hasSuffix(")"), !text.contains(","), !text.contains("->") {
            return core(String(text.dropFirst().dropLast()))
        }
        if let generic = text.firstIndex(of: "<"), text.hasSuffix(">") {
            let outer = String(text[..<generic])
            let inner = String(text[text.index(after: generic)...].dropLast())
            return outer == "Optional" ? core(inner) : outer
        }
        return text
    }

    /// The last part: `ID` of `Order.ID`.
    static func last(_ text: String) -> String {
        core(text).split(separator: ".").last.map(String.init) ?? text
    }

    /// The type of an element: `Order` of `[Order]`; nil for what is no list.
    static func element(_ text: String) -> String? {
        let text = core(text)
        if text.hasPrefix("["), text.hasSuffix("]"), !text.contains(":") {
            return String(text.dropFirst().dropLast()).trimmed
        }
        return nil
    }

    /// The types of a tuple, without labels: `Desk` and `Shelf` of `(Desk, shelf: Shelf)`.
    static func parts(_ text: String) -> [String] {
        let text = text.trimmed
        guard text.hasPrefix("("), text.hasSuffix(")") else { return [] }
        var parts = [""]
        var depth = 0
        for character in text.dropFirst().dropLast() {
            if "([<".contains(character) { depth += 1 }
            if ")]>".contains(character) { depth -= 1 }
            if character == ",", depth == 0 {
                parts.append("")
            } else {
                parts[parts.count - 1].append(character)
            }
        }
        return parts.map { part in
            guard let colon = part.firstIndex(of: ":"), !part.contains("[") else {
                return part.trimmed
            }
            return String(part[part.index(after: colon)...]).trimmed
        }
    }

    /// Every name that occurs in the text of a type.
    static func names(_ text: String) -> [String] {
        text.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init)
    }

    static let scalars: Set<String> = [
        "Int", "Int8", "Int16", "Int32", "Int64", "UInt", "UInt8", "UInt16", "UInt32", "UInt64",
        "Double", "Float", "Bool", "String", "Substring", "Character", "UUID", "Date", "Decimal",
        "Data", "URL", "Void", "ByteBuffer",
    ]

    static func isScalar(_ text: String) -> Bool { scalars.contains(core(text)) }
}

extension String {
    /// Without spaces around it.
    var trimmed: String {
        let start = drop { $0.isWhitespace }
        guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(start[...end])
    }
}
