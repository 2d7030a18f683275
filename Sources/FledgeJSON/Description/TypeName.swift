// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// The name of a type as the name of a definition, made from how the language writes it.
struct TypeName {
    /// Without modules: `OrderLine` for `Shop.Order.Line`, `PageOfUser` for `Page<User>`.
    let short: String
    /// With the module of the outermost type: `ShopOrderLine`.
    let qualified: String

    init(_ type: Any.Type) {
        var parser = Parser(String(reflecting: type))
        (short, qualified) = parser.name()
    }

    /// Reads `Module.Outer.Inner<Module.A, Module.B>`.
    private struct Parser {
        private var rest: Substring

        init(_ text: String) { rest = Self.withoutContexts(text)[...] }

        mutating func name() -> (short: String, qualified: String) {
            var parts: [Substring] = []
            var arguments: [String] = []
            while true {
                let part = rest.prefix { $0 == "_" || $0.isLetter || $0.isNumber }
                rest = rest.dropFirst(part.count)
                if !part.isEmpty { parts.append(part) }
                if rest.first == "<" {
                    rest.removeFirst()
                    arguments += list()
                }
                guard rest.first == "." else { break }
                rest.removeFirst()
            }
            let suffix = arguments.isEmpty ? "" : "Of" + arguments.joined(separator: "And")
            let path = parts.count > 1 ? parts.dropFirst() : parts[...]
            return (path.joined() + suffix, parts.joined() + suffix)
        }

        /// The arguments up to the `>`.
        private mutating func list() -> [String] {
            var names: [String] = []
            while let next = rest.first, next != ">" {
                let before = rest.count
                names.append(name().short)
                while let next = rest.first, next == "," || next == " " { rest.removeFirst() }
                // Tuples and functions are no schema types; they only must not keep us here.
                if rest.count == before { rest.removeFirst() }
            }
            if rest.first == ">" { rest.removeFirst() }
            return names.filter { !$0.isEmpty }
        }

        /// A type in a function is written `Module.(unknown context at $1f).Name`.
        private static func withoutContexts(_ text: String) -> String {
            var result = ""
            var depth = 0
            for character in text {
                if character == "(" { depth += 1 }
                if depth == 0 { result.append(character) }
                if character == ")" { depth -= 1 }
            }
            return result.split(separator: ".").joined(separator: ".")
        }
    }
}
