// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Writes the members of an enum with payloads: objects that one member tells apart.
struct SchemaUnionWriter {
    let target: SchemaTarget
    let cases: [ConditionalMembers<SchemaCase>]

    private var discriminator: String { target.attribute.discriminator.literal }

    func members() -> Code {
        var code = Code()
        reading(to: &code)
        code.blank()
        writing(to: &code)
        code.blank()
        describing(to: &code)
        return code
    }

    // MARK: - Reading

    private func reading(to code: inout Code) {
        let all = cases.flatMap(\.contents)
        code.function(
            "\(target.modifiers)init(json reader: inout FledgeSchema.JSONReader) "
                + "throws(FledgeSchema.JSONError)"
        ) { code in
            code.line("switch try reader.discriminator(\(discriminator)) {")
            code.conditional(cases) { code, one in
                code.line("case \(one.tag.literal):")
                code.indented { read(one, to: &$0) }
            }
            code.line("default:")
            let known = all.map { ", \($0.tag.literal)" }.joined()
            code.indented {
                $0.line("throw try reader.unknownCase(\(discriminator)\(known))")
            }
            code.line("}")
            code.line("try reader.validate { self.validate(into: &$0) }")
        }
    }

    private func read(_ one: SchemaCase, to code: inout Code) {
        switch one.payload {
        case .none:
            code.line(
                "try reader.emptyPayload(besides: \(discriminator), "
                    + "refusesOthers: \(target.attribute.refusesUnknownKeys))")
            code.line("self = .\(one.name)")
        case .flattened(let type, let place):
            let closed = target.attribute.refusesUnknownKeys ? ", refusesOthers: true" : ""
            code.at(place) {
                $0.line(
                    "self = .\(one.name)(try reader.flattened((\(type)).self, "
                        + "besides: \(discriminator)\(closed)))")
            }
        case .members(let fields):
            let object = object(fields)
            object.read(to: &code)
            let values = fields.enumerated()
                .map { "\($1.name): try \(object.valid($1, $0))" }
            code.line("self = .\(one.name)(\(values.joined(separator: ", ")))")
        }
    }

    private func object(_ fields: [SchemaField]) -> SchemaObjectCode {
        SchemaObjectCode(
            fields.map(ConditionalMembers.one), target,
            slots: .variables, discriminator: target.attribute.discriminator)
    }

    // MARK: - Writing

    private func writing(to code: inout Code) {
        code.function(
            "\(target.modifiers)func write(to writer: inout FledgeSchema.JSONWriter)"
        ) { code in
            code.line("writer.beginObject()")
            code.line("switch self {")
            code.conditional(cases) { code, one in
                code.line("case .\(one.name)\(one.payload.bindings):")
                code.indented { write(one, to: &$0) }
            }
            code.line("}")
            code.line("writer.endObject()")
        }
    }

    private func write(_ one: SchemaCase, to code: inout Code) {
        code.line("writer.member(\(discriminator), \(one.tag.literal))")
        switch one.payload {
        case .none: break
        case .flattened: code.line("writer.members(of: value0)")
        case .members(let fields):
            for (index, field) in fields.enumerated() {
                code.line("writer.property(\(field.key.literal), value\(index))")
            }
        }
    }

    // MARK: - Describing

    private func describing(to code: inout Code) {
        code.function(
            "\(target.modifiers)static func describe(in registry: inout FledgeSchema.SchemaRegistry) "
                + "-> FledgeSchema.JSONSchema"
        ) { code in
            code.line("registry.define(Self.self\(target.definition)) { registry in")
            code.indented { code in
                code.line(
                    "var cases = FledgeSchema.UnionSchema(discriminator: \(discriminator))")
                code.conditional(cases) { describe($1, to: &$0) }
                code.line("return cases.schema")
            }
            code.line("}")
        }
    }

    private func describe(_ one: SchemaCase, to code: inout Code) {
        let text = one.summary.map { ", description: \($0.literal)" } ?? ""
        let isEmpty = if case .none = one.payload { true } else { false }
        let refusesOthers = target.attribute.refusesUnknownKeys
        let parameter = isEmpty && !refusesOthers ? "_" : "object"
        code.line("cases.add(\(one.tag.literal)\(text)) { \(parameter) in")
        code.indented { code in
            switch one.payload {
            case .none: break
            case .flattened(let type, _):
                code.line("object.add(membersOf: (\(type)).self, in: &registry)")
            case .members(let fields): object(fields).describe(to: &code)
            }
            if refusesOthers { code.line("object.refuseOthers()") }
        }
        code.line("}")
    }
}

extension SchemaCase.Payload {
    /// The pattern that binds the values: `(let value0, let value1)`.
    fileprivate var bindings: String {
        switch self {
        case .none: ""
        case .flattened: "(let value0)"
        case .members(let fields):
            "(" + fields.indices.map { "let value\($0)" }.joined(separator: ", ") + ")"
        }
    }
}
