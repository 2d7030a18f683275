// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// Writes `Codable` member by member, for coders of other formats that are to see the properties
/// themselves instead of one JSON value.
struct SchemaCodableCode {
    let target: SchemaTarget

    func write(_ fields: [ConditionalMembers<SchemaField>], to code: inout Code) {
        code.function("nonisolated private enum CodingKeys: String, CodingKey") { code in
            code.conditional(fields) { code, field in
                code.line("case \(field.name) = \(field.key.literal)")
            }
        }
        code.blank()
        code.function(
            "\(target.modifiers)init(from decoder: any Swift.Decoder) throws"
        ) { code in
            code.line("let container = try decoder.container(keyedBy: CodingKeys.self)")
            code.conditional(fields) { code, field in
                if !field.isConstant { code.line(decoding(field)) }
            }
        }
        code.blank()
        code.function("\(target.modifiers)func encode(to encoder: any Swift.Encoder) throws") {
            code in
            code.line("var container = encoder.container(keyedBy: CodingKeys.self)")
            code.conditional(fields) { code, field in
                code.line("try container.encodeMember(self.\(field.name), forKey: .\(field.name))")
            }
        }
    }

    private func decoding(_ field: SchemaField) -> String {
        let read = "try container.decodeMember((\(field.type)).self, forKey: .\(field.name))"
        guard field.hasDefault else { return "self.\(field.name) = \(read)" }
        return "if container.contains(.\(field.name)) { self.\(field.name) = \(read) }"
    }
}
