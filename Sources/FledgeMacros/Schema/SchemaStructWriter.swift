// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// Writes what makes a struct a `SchemaObject`: members of its own, and an extension.
///
/// What names types stands in the struct, where the names beside it are seen, too: an extension of a
/// nested type does not see its siblings. The initialiser stands in the extension, because one in the
/// struct would take the memberwise one away.
struct SchemaStructWriter {
    let target: SchemaTarget
    let fields: [ConditionalMembers<SchemaField>]
    /// What of `Codable` the struct has written itself.
    let coding: OwnCoding

    private var object: SchemaObjectCode {
        SchemaObjectCode(fields, target, slots: .properties(of: "members"))
    }

    private var codable: SchemaCodableCode {
        SchemaCodableCode(target: target, fields: fields, own: coding)
    }

    // MARK: - In the struct

    func members() -> Code {
        var code = Code()
        if object.readsAny {
            code.function("nonisolated private struct SchemaMembers") {
                object.declare(to: &$0)
            }
            code.blank()
        }
        if object.hasRules {
            code.function("nonisolated private enum SchemaRules") { object.rules(to: &$0) }
            code.blank()
        }
        writing(to: &code)
        code.blank()
        describing(to: &code)
        codable.members(to: &code)
        return code
    }

    private func writing(to code: inout Code) {
        code.function(
            "\(target.modifiers)func writeMembers(to writer: inout FledgeSchema.JSONWriter)"
        ) { code in
            code.conditional(fields) { code, field in
                code.line("writer.property(\(field.key.literal), self.\(field.name))")
            }
        }
    }

    private func describing(to code: inout Code) {
        code.function(
            "\(target.modifiers)static func describe(in registry: inout FledgeSchema.SchemaRegistry) "
                + "-> FledgeSchema.JSONSchema"
        ) { code in
            code.line("registry.define(Self.self\(target.definition)) { registry in")
            code.indented { code in
                code.line("var object = FledgeSchema.ObjectSchema()")
                code.line("Self.describeMembers(of: &object, in: &registry)")
                code.line("return object.schema")
            }
            code.line("}")
        }
        code.blank()
        code.function(
            "\(target.modifiers)static func describeMembers("
                + "of object: inout FledgeSchema.ObjectSchema, "
                + "in registry: inout FledgeSchema.SchemaRegistry)"
        ) { code in
            object.describe(to: &code)
            // Here, so that it holds where the members stand beside a discriminator, too.
            if target.attribute.refusesUnknownKeys { code.line("object.refuseOthers()") }
        }
    }

    // MARK: - In the extension

    func conformance() -> Code {
        target.conformance(isObject: true) { code in
            code.function(
                "\(target.modifiers)init(json reader: inout FledgeSchema.JSONReader) "
                    + "throws(FledgeSchema.JSONError)"
            ) { code in
                if object.readsAny { code.line("var members = SchemaMembers()") }
                object.read(to: &code)
                object.assign(to: &code)
                code.line("try reader.validate { self.validate(into: &$0) }")
            }
            codable.initializer(to: &code)
        }
    }
}

extension SchemaTarget {
    /// The extension that states the conformance.
    func conformance(isObject: Bool, _ members: (inout Code) -> Void) -> Code {
        var code = Code()
        let protocols =
            (statesConformance ? [] : ["FledgeSchema.SchemaType"])
            + (isObject ? ["FledgeSchema.SchemaObject"] : [])
        let list = protocols.isEmpty ? "" : ": " + protocols.joined(separator: ", ")
        code.function("nonisolated extension \(type)\(list)", members)
        return code
    }

    /// A conformance that does nothing, for a type about which something was reported.
    ///
    /// With it that is the only error. It never runs, since the build fails.
    func brokenConformance(isObject: Bool) -> Code {
        conformance(isObject: isObject) { code in
            var heads = [
                "init(json reader: inout FledgeSchema.JSONReader) throws(FledgeSchema.JSONError)",
                "func write(to writer: inout FledgeSchema.JSONWriter)",
                "static func describe(in registry: inout FledgeSchema.SchemaRegistry) "
                    + "-> FledgeSchema.JSONSchema",
            ]
            if isObject {
                heads += [
                    "func writeMembers(to writer: inout FledgeSchema.JSONWriter)",
                    "static func describeMembers(of object: inout FledgeSchema.ObjectSchema, "
                        + "in registry: inout FledgeSchema.SchemaRegistry)",
                ]
            }
            for head in heads { code.line("\(modifiers)\(head) { fatalError() }") }
        }
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
