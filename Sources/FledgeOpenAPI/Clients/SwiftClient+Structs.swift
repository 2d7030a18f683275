// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// A member of a generated struct.
private struct SwiftMember {
    var property: ClientProperty
    /// Without backticks.
    var name: String
    var type: String
    var isBoxed: Bool

    var isOptional: Bool { type.hasSuffix("?") }
    var storedName: String {
        isBoxed ? "boxed" + name.prefix(1).uppercased() + name.dropFirst() : name
    }
    /// What the member may be left out of a call with.
    var isOmittable: Bool { !property.isRequired }
}

extension CodeWriter {
    mutating func swiftStruct(
        _ declaration: ClientDeclaration, _ properties: [ClientProperty], boxes: SwiftBoxes
    ) {
        let isSent = declaration.usage == .request
        var pool = NamePool(reserved: ["init", "self", "codingkeys"])
        let members = properties.map { property in
            SwiftMember(
                property: property, name: pool.take(ClientNames.member(property.wireName)),
                type: property.swift(isSent: isSent),
                isBoxed: boxes.has(property, in: declaration.name))
        }
        block("public struct \(declaration.name): Codable, Hashable, Sendable {") { code in
            for member in members { code.declare(member, isSent: isSent) }
            code.initializer(members)
            let renamed = members.contains { $0.storedName != $0.property.wireName }
            // The compiler's coding leaves out what is nil, and a required member may be null.
            let writesNull = members.contains {
                $0.property.isRequired && $0.property.type.isNullable
            }
            let isWritten = writesNull && declaration.usage.contains(.request)
            if renamed || isWritten { code.codingKeys(members) }
            if isWritten { code.encoding(members) }
        }
    }

    private mutating func declare(_ member: SwiftMember, isSent: Bool) {
        var words = member.property.documentation
        if isSent, member.property.hasNullInSwift {
            words.append("`nil` leaves the member out, `.some(nil)` sends null.")
        }
        documentation(words)
        let name = member.name.swiftName
        guard member.isBoxed else { return line("public var \(name): \(member.type)") }
        let plain = member.isOptional ? String(member.type.dropLast()) : member.type
        block("public var \(name): \(member.type) {") { code in
            if member.isOptional {
                code.line("get { \(member.storedName)?.value }")
                code.line("set { \(member.storedName) = newValue.map(Boxed.init) }")
            } else {
                code.line("get { \(member.storedName).value }")
                code.line("set { \(member.storedName) = Boxed(newValue) }")
            }
        }
        line("private var \(member.storedName): Boxed<\(plain)>\(member.isOptional ? "?" : "")")
    }

    /// What must be said comes first, as callers read it.
    private mutating func initializer(_ members: [SwiftMember]) {
        let ordered = members.filter { !$0.isOmittable } + members.filter(\.isOmittable)
        line()
        guard !ordered.isEmpty else { return line("public init() {}") }
        let parameters = ordered.map { member in
            "\(member.name.swiftName): \(member.type)"
                + (member.isOmittable ? " = nil" : member.constantDefault)
        }
        let short = "public init(\(parameters.joined(separator: ", "))) {"
        if short.count <= 90 {
            line(short)
        } else {
            block("public init(", ") {") { code in
                for (index, parameter) in parameters.enumerated() {
                    code.line(parameter + (index == parameters.count - 1 ? "" : ","))
                }
            }
        }
        for member in members {
            let name = member.name.swiftName
            switch (member.isBoxed, member.isOptional) {
            case (false, _): line("\(indent)self.\(name) = \(name)")
            case (true, true): line("\(indent)self.\(member.storedName) = \(name).map(Boxed.init)")
            case (true, false): line("\(indent)self.\(member.storedName) = Boxed(\(name))")
            }
        }
        line("}")
    }

    private mutating func codingKeys(_ members: [SwiftMember]) {
        line()
        block("private enum CodingKeys: String, CodingKey {") { code in
            for member in members {
                let name = member.storedName
                let wireName = member.property.wireName
                let value = name == wireName ? "" : " = \(wireName.swiftLiteral)"
                code.line("case \(name.swiftName)\(value)")
            }
        }
    }

    private mutating func encoding(_ members: [SwiftMember]) {
        line()
        block("public func encode(to encoder: any Encoder) throws {") { code in
            code.line("var container = encoder.container(keyedBy: CodingKeys.self)")
            for member in members {
                let function = member.isOmittable ? "encodeIfPresent" : "encode"
                let name = member.storedName.swiftName
                code.line("try container.\(function)(\(name), forKey: .\(name))")
            }
        }
    }
}

extension SwiftMember {
    /// A member that is always the same need not be said.
    fileprivate var constantDefault: String {
        if case .constant(let text) = property.type { " = \(text.swiftLiteral)" } else { "" }
    }
}
