// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

extension CodeWriter {
    /// An enum with a case for each alternative.
    mutating func swiftUnion(
        _ declaration: ClientDeclaration, _ alternatives: [ClientAlternative],
        by discriminator: String?, boxes: SwiftBoxes
    ) {
        let isSent = declaration.usage == .request
        let isOpen = declaration.usage.contains(.response)
        let isIndirect = boxes.isIndirect(declaration.name) ? "indirect " : ""
        let isOther = alternatives.contains { $0.name == "other" }
        let other = isOther ? "unknown" : "other"
        block("public \(isIndirect)enum \(declaration.name): Codable, Hashable, Sendable {") {
            code in
            for alternative in alternatives {
                let payload = alternative.type.map { "(\($0.swift(isSent: isSent)))" } ?? ""
                code.line("case \(alternative.name.swiftName)\(payload)")
            }
            if isOpen {
                code.line(
                    "/// An alternative that the document did not list when this client was written."
                )
                code.line("case \(other)(JSON)")
            }
            code.line()
            if let discriminator {
                code.block("private enum CodingKeys: String, CodingKey {") { code in
                    code.line("case tag = \(discriminator.swiftLiteral)")
                }
                code.line()
                code.taggedDecoding(alternatives, other: isOpen ? other : nil, isSent: isSent)
            } else {
                code.untaggedDecoding(alternatives, other: isOpen ? other : nil, isSent: isSent)
            }
            code.line()
            code.encoding(alternatives, isTagged: discriminator != nil, other: isOpen ? other : nil)
        }
    }

    private mutating func taggedDecoding(
        _ alternatives: [ClientAlternative], other: String?, isSent: Bool
    ) {
        block("public init(from decoder: any Decoder) throws {") { code in
            code.line("let container = try decoder.container(keyedBy: CodingKeys.self)")
            code.line("let tag = try container.decode(String.self, forKey: .tag)")
            code.line("switch tag {")
            for alternative in alternatives {
                let tag = (alternative.tag ?? alternative.name).swiftLiteral
                let name = alternative.name.swiftName
                let type = alternative.type?.swift(isSent: isSent)
                let value = type.map { "(try \($0)(from: decoder))" } ?? ""
                code.line("case \(tag): self = .\(name)\(value)")
            }
            if let other {
                code.line("default: self = .\(other)(try JSON(from: decoder))")
            } else {
                code.line("default:")
                code.line(
                    "\(code.indent)throw DecodingError.dataCorruptedError("
                        + "forKey: .tag, in: container, debugDescription: \"Unknown: \\(tag)\")")
            }
            code.line("}")
        }
    }

    /// The first that fits.
    private mutating func untaggedDecoding(
        _ alternatives: [ClientAlternative], other: String?, isSent: Bool
    ) {
        block("public init(from decoder: any Decoder) throws {") { code in
            code.line("let container = try decoder.singleValueContainer()")
            for (index, alternative) in alternatives.enumerated() {
                let type = alternative.type?.swift(isSent: isSent) ?? "JSON"
                let isLast = index == alternatives.count - 1
                let name = alternative.name.swiftName
                if isLast, other == nil {
                    code.line("self = .\(name)(try container.decode(\(type).self))")
                } else {
                    code.block("if let value = try? container.decode(\(type).self) {") { code in
                        code.line("self = .\(name)(value)")
                        code.line("return")
                    }
                }
            }
            if let other { code.line("self = .\(other)(try container.decode(JSON.self))") }
        }
    }

    private mutating func encoding(
        _ alternatives: [ClientAlternative], isTagged: Bool, other: String?
    ) {
        block("public func encode(to encoder: any Encoder) throws {") { code in
            code.line(
                isTagged
                    ? "var container = encoder.container(keyedBy: CodingKeys.self)"
                    : "var container = encoder.singleValueContainer()")
            code.line("switch self {")
            for alternative in alternatives {
                let value = alternative.type == nil ? "" : "(let value)"
                code.line("case .\(alternative.name.swiftName)\(value):")
                if isTagged {
                    let tag = (alternative.tag ?? alternative.name).swiftLiteral
                    code.line("\(code.indent)try container.encode(\(tag), forKey: .tag)")
                }
                if alternative.type != nil {
                    // Through the container, so that a date is written as the encoder writes dates.
                    let way = isTagged ? "value.encode(to: encoder)" : "container.encode(value)"
                    code.line("\(code.indent)try \(way)")
                }
            }
            if let other {
                let way = isTagged ? "value.encode(to: encoder)" : "container.encode(value)"
                code.line("case .\(other)(let value): try \(way)")
            }
            code.line("}")
        }
    }
}
