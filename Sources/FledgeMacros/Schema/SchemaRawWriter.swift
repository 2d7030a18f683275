// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Writes the members of an enum with raw values.
///
/// Its writing comes with `RawRepresentable`; the cases with their meaning are known here.
struct SchemaRawWriter {
    let target: SchemaTarget
    let raw: String
    let cases: [ConditionalMembers<SchemaCase>]

    func members() -> Code {
        var code = Code()
        code.function(
            "\(target.modifiers)init(json reader: inout FledgeSchema.JSONReader) "
                + "throws(FledgeSchema.JSONError)"
        ) { $0.line("self = try reader.rawCase(Self.self) { Self.schemaCases }") }
        code.blank()
        code.function(
            "\(target.modifiers)static func describe("
                + "in registry: inout FledgeSchema.SchemaRegistry) -> FledgeSchema.JSONSchema"
        ) { code in
            code.line("registry.define(Self.self\(target.definition)) { registry in")
            code.indented { $0.line("Self.schemaCases.schema((\(raw)).self, in: &registry)") }
            code.line("}")
        }
        code.blank()
        list(to: &code)
        return code
    }

    private func list(to code: inout Code) {
        code.function("nonisolated private static var schemaCases: FledgeSchema.EnumSchema") {
            code in
            code.line("var cases = FledgeSchema.EnumSchema()")
            code.conditional(cases) { code, one in
                let text = one.summary.map { ", description: \($0.literal)" } ?? ""
                code.line("cases.add(Self.\(one.name)\(text))")
            }
            code.line("return cases")
        }
    }
}
