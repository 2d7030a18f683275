// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Writes `Codable` member by member, for coders of other formats that are to see the properties
/// themselves instead of one JSON value.
struct SchemaCodableCode {
    let target: SchemaTarget
    let fields: [ConditionalMembers<SchemaField>]

    /// What stands in the struct.
    func members(to code: inout Code) {
        code.function("nonisolated private enum CodingKeys: String, CodingKey") { code in
            code.conditional(fields) { code, field in
                code.line("case \(field.name) = \(field.key.literal)")
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

    /// What stands in the extension.
    func initializer(to code: inout Code) {
        code.function("\(target.modifiers)init(from decoder: any Swift.Decoder) throws") { code in
            code.line("let container = try decoder.container(keyedBy: CodingKeys.self)")
            code.conditional(fields) { code, field in
                if !field.isConstant { code.line(decoding(field)) }
            }
        }
    }

    private func decoding(_ field: SchemaField) -> String {
        let read = "try container.decodeMember(forKey: .\(field.name))"
        guard field.hasDefault else { return "self.\(field.name) = \(read)" }
        return "if container.contains(.\(field.name)) { self.\(field.name) = \(read) }"
    }
}
