// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeJSON

extension ClientType {
    /// The type in TypeScript.
    ///
    /// - Parameter isSent: For values that only go out: these take a `Date` and a file, which end
    ///   as text. What comes in is never a `Date`: `JSON.parse` makes none.
    /// - Returns: The type.
    func typeScript(isSent: Bool) -> String {
        switch self {
        case .any: return "unknown"
        case .boolean: return "boolean"
        case .integer, .number: return "number"
        case .integers(let values, _): return values.map(String.init).joined(separator: " | ")
        case .text(let format): return Self.typeScript(format, isSent: isSent)
        case .constant(let text): return text.typeScriptLiteral
        case .named(let name): return name
        case .array(let element):
            let element = element.typeScript(isSent: isSent)
            return element.contains(" ") ? "Array<\(element)>" : "\(element)[]"
        case .dictionary(let value): return "Record<string, \(value.typeScript(isSent: isSent))>"
        case .nullable(let value): return value.typeScript(isSent: isSent) + " | null"
        }
    }

    private static func typeScript(_ format: Format, isSent: Bool) -> String {
        switch format {
        case .plain, .url: "string"
        case .dateTime: isSent ? "DateTime | Date" : "DateTime"
        case .uuid: "UUID"
        case .base64: "Base64"
        case .file: isSent ? "Blob" : "string"
        }
    }
}

extension String {
    /// A string literal.
    var typeScriptLiteral: String {
        var literal = "\""
        for scalar in unicodeScalars {
            switch scalar {
            case "\"": literal += "\\\""
            case "\\": literal += "\\\\"
            case "\u{0}"..<" ", "\u{7F}", "\u{2028}", "\u{2029}":
                let digits = String(scalar.value, radix: 16)
                literal += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: literal.unicodeScalars.append(scalar)
            }
        }
        return literal + "\""
    }

    /// The name of a member: in quotes unless it is an identifier.
    var typeScriptMember: String {
        let isName = allSatisfy {
            $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || $0 == "$")
        }
        return isName && first?.isNumber == false ? self : typeScriptLiteral
    }

    /// The same in an object that is written: there, `__proto__` by itself sets the prototype.
    var typeScriptKey: String {
        self == "__proto__" ? "[\(typeScriptLiteral)]" : typeScriptMember
    }
}

extension CodeWriter {
    mutating func typeScriptDeclaration(_ declaration: ClientDeclaration) {
        comment(
            [declaration.description, declaration.isDeprecated ? "@deprecated" : nil]
                .compactMap(\.self))
        // What may come in must not claim that a member can be a Date.
        let isSent = declaration.usage == .request
        switch declaration.kind {
        case .object(let properties, let others):
            block("export interface \(declaration.name) {") { code in
                for property in properties { code.member(property, isSent: isSent) }
                if others != nil { code.line("[name: string]: unknown;") }
            }
        case .alias(let type):
            line("export type \(declaration.name) = \(type.typeScript(isSent: isSent));")
        case .enumeration(let texts):
            let literals = texts.map(\.typeScriptLiteral).joined(separator: " | ")
            line("export type \(declaration.name) = \(literals);")
        case .union(let alternatives, let discriminator):
            line("export type \(declaration.name) =")
            for (index, alternative) in alternatives.enumerated() {
                let end = index == alternatives.count - 1 ? ";" : ""
                let type = alternative.typeScript(discriminator, isSent: isSent)
                line("\(indent)| \(type)\(end)")
            }
        }
    }

    private mutating func member(_ property: ClientProperty, isSent: Bool) {
        comment(property.documentation)
        let type = property.type.typeScript(isSent: isSent)
        let name = property.wireName.typeScriptMember
        if property.isRequired {
            line("\(name): \(type);")
        } else {
            // Leaving a member out and saying `undefined` is one and the same in what is sent.
            line("\(name)?: \(type)\(isSent ? " | undefined" : "");")
        }
    }
}

extension ClientAlternative {
    fileprivate func typeScript(_ discriminator: String?, isSent: Bool) -> String {
        let type = type?.typeScript(isSent: isSent)
        guard let discriminator, let tag, !typeHasTag else { return type ?? "never" }
        let tagged = "{ \(discriminator.typeScriptMember): \(tag.typeScriptLiteral) }"
        return type.map { "(\(tagged) & \($0))" } ?? tagged
    }
}
