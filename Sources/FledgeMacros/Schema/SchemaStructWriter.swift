// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// Writes the extension that makes a struct a `SchemaObject`.
struct SchemaStructWriter {
    let target: SchemaTarget
    /// Whether something was reported. The conformance is there all the same, so that the compiler
    /// does not complain about its absence as well; it never runs, since the build fails.
    let isBroken: Bool

    func extensionDeclaration(_ fields: [ConditionalMembers<SchemaField>]) -> ExtensionDeclSyntax {
        let object = SchemaObjectCode(isBroken ? [] : fields, target)
        var code = Code()
        code.line("extension \(target.type): FledgeSchema.SchemaType, FledgeSchema.SchemaObject {")
        code.indented { code in
            reading(object, to: &code)
            code.blank()
            writing(object, to: &code)
            code.blank()
            describing(object, to: &code)
            if target.attribute.isCodable, !isBroken {
                code.blank()
                SchemaCodableCode(target: target).write(fields, to: &code)
            }
        }
        code.line("}")
        return code.extensionDeclaration
    }

    private func reading(_ object: SchemaObjectCode, to code: inout Code) {
        let reader = object.names.reader
        code.function(
            "\(target.modifiers)init(json \(reader): inout FledgeSchema.JSONReader) "
                + "throws(FledgeSchema.JSONError)"
        ) { code in
            if isBroken { return code.line("fatalError()") }
            object.read(to: &code)
            object.assign(to: &code)
            code.line("try \(reader).validate { self.validate(into: &$0) }")
        }
    }

    private func writing(_ object: SchemaObjectCode, to code: inout Code) {
        code.function(
            "\(target.modifiers)func writeMembers(to writer: inout FledgeSchema.JSONWriter)"
        ) { code in
            code.conditional(object.fields) { code, field in
                code.line("writer.property(\(field.key.literal), self.\(field.name))")
            }
        }
    }

    private func describing(_ object: SchemaObjectCode, to code: inout Code) {
        code.function(
            "\(target.modifiers)static func describe(in registry: inout FledgeSchema.SchemaRegistry) "
                + "-> FledgeSchema.JSONSchema"
        ) { code in
            code.line("registry.define(Self.self\(target.definition)) { registry in")
            code.indented { code in
                code.line("var object = FledgeSchema.ObjectSchema()")
                code.line("Self.describeMembers(of: &object, in: &registry)")
                if object.refusesUnknownKeys { code.line("object.refuseOthers()") }
                code.line("return object.schema")
            }
            code.line("}")
        }
        code.blank()
        code.function(
            "\(target.modifiers)static func describeMembers("
                + "of object: inout FledgeSchema.ObjectSchema, "
                + "in registry: inout FledgeSchema.SchemaRegistry)"
        ) { object.describe(to: &$0) }
        guard object.hasRules else { return }
        code.blank()
        code.function("nonisolated private enum SchemaRules") { object.rules(to: &$0) }
    }
}

extension Code {
    /// Writes something with a body in braces.
    mutating func function(_ head: String, _ body: (inout Code) -> Void) {
        line(head + " {")
        indented(body)
        line("}")
    }
}
