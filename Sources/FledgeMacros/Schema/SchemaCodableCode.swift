// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// Writes `Codable` member by member, for what is no JSON: rows of a database, property lists.
///
/// The compiler's own would not know the keys and would refuse an object without a member that has a
/// default.
struct SchemaCodableCode {
    let target: SchemaTarget
    let fields: [ConditionalMembers<SchemaField>]
    let own: OwnCoding

    /// What stands in the struct.
    func members(to code: inout Code) {
        if own.decodes, own.encodes { return }
        code.blank()
        // An enum without cases has no raw type.
        let raw = all.isEmpty ? "" : "String, "
        code.function("nonisolated private enum CodingKeys: \(raw)CodingKey") { code in
            code.conditional(fields) { code, field in
                code.line("case \(field.name) = \(field.key.literal)")
            }
        }
        if !own.encodes { encoding(to: &code) }
    }

    private func encoding(to code: inout Code) {
        code.blank()
        code.function("\(target.modifiers)func encode(to encoder: any Swift.Encoder) throws") {
            code in
            let container = "encoder.container(keyedBy: CodingKeys.self)"
            code.line(all.isEmpty ? "_ = \(container)" : "var container = \(container)")
            code.conditional(fields) { code, field in
                code.line("try container.encodeMember(self.\(field.name), forKey: .\(field.name))")
            }
        }
    }

    /// What stands in the extension.
    func initializer(to code: inout Code) {
        if own.decodes { return }
        code.blank()
        code.function("\(target.modifiers)init(from decoder: any Swift.Decoder) throws") { code in
            let reads = all.contains { !$0.isConstant }
            code.line(
                reads
                    ? "let members = try FledgeSchema.CodableMembers(decoder, CodingKeys.self)"
                    : "_ = try decoder.container(keyedBy: CodingKeys.self)")
            code.conditional(fields) { code, field in
                if !field.isConstant { code.line(decoding(field)) }
            }
        }
    }

    private var all: [SchemaField] { fields.flatMap(\.contents) }

    private func decoding(_ field: SchemaField) -> String {
        let read = "try members.member(.\(field.name))"
        guard field.hasDefault else { return "self.\(field.name) = \(read)" }
        return "if try members.contains(.\(field.name)) { self.\(field.name) = \(read) }"
    }
}

/// Which halves of `Codable` a struct has in its own words; these stay.
struct OwnCoding {
    private(set) var decodes = false
    private(set) var encodes = false

    init(in members: MemberBlockSyntax) {
        for member in members.members {
            if let initializer = member.decl.as(InitializerDeclSyntax.self) {
                decodes = decodes || initializer.signature.firstLabel == "from"
            } else if let function = member.decl.as(FunctionDeclSyntax.self) {
                encodes =
                    encodes
                    || function.name.text == "encode" && function.signature.firstLabel == "to"
            }
        }
    }
}

extension FunctionSignatureSyntax {
    /// The label of its only parameter.
    fileprivate var firstLabel: String? {
        let parameters = parameterClause.parameters
        return parameters.count == 1 ? parameters.first?.firstName.text : nil
    }
}
