// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeJSON

extension ClientType {
    /// The type in Swift.
    ///
    /// - Parameter isSent: For values that only go out: there a file is a file, elsewhere its text.
    /// - Returns: The type, as it stands in the namespace.
    func swift(isSent: Bool) -> String {
        switch self {
        case .any: "JSON"
        case .boolean: "Bool"
        case .integer(let unsigned64), .integers(_, let unsigned64): unsigned64 ? "UInt64" : "Int"
        case .number: "Double"
        case .text(let format): Self.swift(format, isSent: isSent)
        case .constant: "String"
        case .named(let name): name
        case .array(let element): "[\(element.swift(isSent: isSent))]"
        case .dictionary(let value): "[String: \(value.swift(isSent: isSent))]"
        case .nullable(let value): value.swift(isSent: isSent) + "?"
        }
    }

    private static func swift(_ format: Format, isSent: Bool) -> String {
        switch format {
        case .plain: "String"
        case .dateTime: "Date"
        case .uuid: "UUID"
        case .url: "URL"
        case .base64: "Data"
        case .file: isSent ? "FilePart" : "String"
        }
    }
}

extension ClientProperty {
    /// The type of the stored member.
    ///
    /// An optional of an optional in what is sent: nil leaves the member out, `.some(nil)` sends
    /// null.
    /// In what is received the two mean the same.
    func swift(isSent: Bool) -> String {
        let plain = type.swift(isSent: isSent)
        if isRequired { return plain }
        return type.isNullable && !isSent ? plain : plain + "?"
    }

    var hasNullInSwift: Bool { !isRequired && type.isNullable }
}

/// Which members stand behind a box.
///
/// A struct cannot contain itself, not even as an optional; a list in between would do.
struct SwiftBoxes {
    private var reach: [String: Set<String>] = [:]
    private var owners: Set<String> = []
    /// Aliases that lead back to themselves, which Swift has no form for.
    private(set) var circularAliases: Set<String> = []

    init(_ declarations: [ClientDeclaration]) {
        let edges = Dictionary(
            uniqueKeysWithValues: declarations.map { ($0.name, $0.names(directly: true)) })
        for declaration in declarations {
            reach[declaration.name] = Self.reachable(from: declaration.name, edges)
        }
        let all = Dictionary(uniqueKeysWithValues: declarations.map { ($0.name, $0.names()) })
        for declaration in declarations {
            switch declaration.kind {
            case .alias:
                if Self.reachable(from: declaration.name, all).contains(declaration.name) {
                    circularAliases.insert(declaration.name)
                }
            case .object(let properties, _):
                let isBoxed = properties.contains { has($0, in: declaration.name) }
                if isBoxed { owners.insert(declaration.name) }
            case .enumeration, .union: break  // Unions are `indirect` where they must be.
            }
        }
    }

    var isEmpty: Bool { owners.isEmpty }

    func has(_ property: ClientProperty, in owner: String) -> Bool {
        property.type.names(directly: true).contains { reach[$0, default: []].contains(owner) }
    }

    func isIndirect(_ name: String) -> Bool { reach[name, default: []].contains(name) }

    private static func reachable(from name: String, _ edges: [String: [String]]) -> Set<String> {
        var found: Set<String> = []
        var pending = edges[name, default: []]
        while let next = pending.popLast() {
            if found.insert(next).inserted { pending += edges[next, default: []] }
        }
        return found
    }
}

extension CodeWriter {
    mutating func swiftDeclaration(_ declaration: ClientDeclaration, boxes: SwiftBoxes) {
        // As words only: the attribute would warn of every type of this file that has one as a member.
        let deprecation = declaration.isDeprecated ? "Deprecated." : nil
        documentation([declaration.description, deprecation].compactMap(\.self))
        switch declaration.kind {
        case .object(let properties, _):
            swiftStruct(declaration, properties, boxes: boxes)
        case .alias(let type):
            let isCircular = boxes.circularAliases.contains(declaration.name)
            let isSent = declaration.usage == .request
            let target = isCircular ? "JSON" : type.swift(isSent: isSent)
            line("public typealias \(declaration.name) = \(target)")
        case .enumeration(let texts): swiftEnumeration(declaration, texts)
        case .union(let alternatives, let discriminator):
            swiftUnion(declaration, alternatives, by: discriminator, boxes: boxes)
        }
    }

    // MARK: Enumerations

    private mutating func swiftEnumeration(_ declaration: ClientDeclaration, _ texts: [String]) {
        var pool = NamePool(reserved: ["other", "rawvalue", "init", "self"])
        let cases = texts.map { text in
            (name: pool.take(ClientNames.value(text)).swiftName, text: text.swiftLiteral)
        }
        let isOpen = declaration.usage.contains(.response)
        let first = isOpen ? "RawRepresentable" : "String"
        let protocols = "Codable, Hashable, Sendable"
        block("public enum \(declaration.name): \(first), \(protocols) {") { code in
            guard isOpen else {
                for (name, text) in cases {
                    let isSame = text == "\"\(name)\""
                    code.line(isSame ? "case \(name)" : "case \(name) = \(text)")
                }
                return
            }
            for (name, _) in cases { code.line("case \(name)") }
            code.line("/// A value that the document did not list when this client was written.")
            code.line("case other(String)")
            code.line()
            code.openEnumerationCoding(cases)
        }
    }

    private mutating func openEnumerationCoding(_ cases: [(name: String, text: String)]) {
        block("public init(rawValue: String) {") { code in
            code.line("switch rawValue {")
            for (name, text) in cases { code.line("case \(text): self = .\(name)") }
            code.line("default: self = .other(rawValue)")
            code.line("}")
        }
        line()
        block("public var rawValue: String {") { code in
            code.line("switch self {")
            for (name, text) in cases { code.line("case .\(name): \(text)") }
            code.line("case .other(let text): text")
            code.line("}")
        }
    }
}

extension String {
    /// The name, in backticks when it is a word of the language.
    var swiftName: String {
        Self.swiftKeywords.contains(self) ? "`\(self)`" : self
    }

    private static let swiftKeywords: Set<String> = [
        "as", "associatedtype", "break", "case", "catch", "class", "continue", "default", "defer",
        "deinit", "do", "else", "enum", "extension", "fallthrough", "false", "fileprivate", "for",
        "func", "guard", "if", "import", "in", "init", "inout", "internal", "is", "let", "nil",
        "operator", "precedencegroup", "private", "protocol", "public", "repeat", "rethrows",
        "return", "self", "static", "struct", "subscript", "super", "switch", "throw", "throws",
        "true", "try", "typealias", "var", "where", "while",
    ]

    /// A string literal.
    var swiftLiteral: String {
        var literal = "\""
        for scalar in unicodeScalars {
            switch scalar {
            case "\"": literal += "\\\""
            case "\\": literal += "\\\\"
            case "\u{0}"..<" ", "\u{7F}": literal += "\\u{\(String(scalar.value, radix: 16))}"
            default: literal.unicodeScalars.append(scalar)
            }
        }
        return literal + "\""
    }
}
