// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax
import SwiftSyntaxMacros

/// `@Schema`: writes how a struct or an enum is read, checked, written and described.
///
/// The way through this folder: ``SchemaAttribute``, ``SchemaFieldReader`` and ``SchemaCaseReader``
/// (syntax to ``SchemaField`` and ``SchemaCase``, with all diagnostics) → ``SchemaStructWriter``,
/// ``SchemaRawWriter``, ``SchemaUnionWriter`` (those to text, with ``SchemaObjectCode`` for what they
/// share).
enum SchemaMacro: ExtensionMacro, MemberMacro {
    static let formatMode = FormatMode.disabled

    /// The conformance, with what cannot stand in the type.
    ///
    /// Only this role reports mistakes.
    static func expansion(
        of node: AttributeSyntax,
        attachedTo declaration: some DeclGroupSyntax,
        providingExtensionsOf type: some TypeSyntaxProtocol,
        conformingTo protocols: [TypeSyntax],
        in context: some MacroExpansionContext
    ) -> [ExtensionDeclSyntax] {
        let reporter = Reporter(context)
        let target = SchemaTarget(
            type: type.trimmedDescription, node, declaration, context, reporter)
        guard let code = target.expand(declaration, reporter)?.conformance else { return [] }
        return [code.extensionDeclaration]
    }

    /// What stands in the type.
    static func expansion(
        of node: AttributeSyntax,
        providingMembersOf declaration: some DeclGroupSyntax,
        conformingTo protocols: [TypeSyntax],
        in context: some MacroExpansionContext
    ) -> [DeclSyntax] {
        let reporter = Reporter(silentIn: context)
        let target = SchemaTarget(type: "", node, declaration, context, reporter)
        guard let code = target.expand(declaration, reporter)?.members else { return [] }
        return [code.declaration]
    }
}

/// The type that carries the attribute.
struct SchemaTarget {
    let type: String
    let access: Access
    let attribute: SchemaAttribute
    /// The first paragraph of its doc comment.
    let summary: String?

    /// `nonisolated`, because values are read and written on any thread, also in a module whose
    /// declarations belong to the main actor unless they say otherwise.
    var modifiers: String { "nonisolated \(access.prefix)" }

    /// Whether the type itself says that it is a `SchemaType`: the extension must not say it again.
    let statesConformance: Bool

    /// What makes the type invisible to the extension that conforms it, if anything does.
    private let narrow: DeclModifierSyntax?

    /// The parameters of `define` behind the type.
    var definition: String {
        let name = attribute.name.map { ", name: \($0.literal)" } ?? ""
        return name + (summary.map { ", description: \($0.literal)" } ?? "")
    }

    init(
        type: String, _ node: AttributeSyntax, _ declaration: some DeclGroupSyntax,
        _ context: some MacroExpansionContext, _ reporter: Reporter
    ) {
        self.type = type
        access = Access(of: declaration.modifiers, in: context.lexicalContext)
        attribute = SchemaAttribute(node, reporter)
        summary = DocSummary.of(declaration)
        statesConformance = declaration.statesSchemaType
        // At the top level of a file, `private` is as wide as `fileprivate`.
        let around = context.lexicalContext
        let nested = around.dropLast().compactMap { $0.asProtocol((any WithModifiersSyntax).self) }
        let own = around.isEmpty ? nil : declaration.modifiers.first(.private)
        narrow = own ?? nested.lazy.compactMap { $0.modifiers.first(.private) }.first
    }

    /// What is written in the type, if all is right, and beside it.
    struct Parts {
        var members: Code?
        var conformance: Code
    }

    /// - Returns: `nil` for a declaration that cannot conform at all.
    func expand(_ declaration: some DeclGroupSyntax, _ reporter: Reporter) -> Parts? {
        if let narrow {
            reporter.error(
                at: declaration.modifiers.first(.private) ?? narrow,
                "The conformance stands outside of the type around this one, where 'private' is not "
                    + "seen. Write 'fileprivate'.")
            return nil
        }
        if let subject = declaration.as(StructDeclSyntax.self) {
            return expandStruct(subject, reporter)
        }
        if let subject = declaration.as(EnumDeclSyntax.self) {
            return expandEnum(subject, reporter)
        }
        reporter.error(
            at: declaration.introducer,
            "@Schema belongs on a struct or an enum: what comes from outside becomes a value, which "
                + "nobody else changes.",
            fixes: declaration.is(ClassDeclSyntax.self)
                ? [.replacing(declaration.introducer, with: "struct", "write 'struct'")] : [])
        return nil
    }

    private func expandStruct(_ subject: StructDeclSyntax, _ reporter: Reporter) -> Parts {
        if let discriminator = attribute.discriminatorSyntax {
            reporter.error(
                at: discriminator, "A discriminator tells the cases of an enum apart. Remove it.")
        }
        let reader = SchemaFieldReader(attribute: attribute, reporter: reporter)
        let fields = reader.fields(of: subject)
        reader.checkKeys(of: subject)
        reader.checkValidation(in: subject.memberBlock)
        guard reporter.count == 0 else {
            return Parts(conformance: brokenConformance(isObject: true))
        }
        let writer = SchemaStructWriter(
            target: self, fields: fields, coding: OwnCoding(in: subject.memberBlock))
        return Parts(members: writer.members(), conformance: writer.conformance())
    }

    private func expandEnum(_ subject: EnumDeclSyntax, _ reporter: Reporter) -> Parts {
        let reader = SchemaCaseReader(attribute: attribute, reporter: reporter)
        let cases = reader.cases(of: subject)
        SchemaFieldReader(attribute: attribute, reporter: reporter)
            .checkValidation(in: subject.memberBlock)
        let raw = reader.rawType(of: subject, cases.flatMap(\.contents))
        guard reporter.count == 0 else {
            return Parts(conformance: brokenConformance(isObject: false))
        }
        let members =
            if let raw {
                SchemaRawWriter(target: self, raw: raw, cases: cases).members()
            } else {
                SchemaUnionWriter(target: self, cases: cases).members()
            }
        return Parts(members: members, conformance: conformance(isObject: false) { _ in })
    }
}

extension DeclGroupSyntax {
    fileprivate var statesSchemaType: Bool {
        let names = ["SchemaType", "FledgeSchema.SchemaType", "FledgeJSON.SchemaType"]
        let types = inheritanceClause?.inheritedTypes.map(\.type.trimmedDescription) ?? []
        return types.contains { names.contains($0) }
    }
}

extension Access {
    /// Looks also at the extension around a nested type: in a `public extension` all is public.
    fileprivate init(of modifiers: DeclModifierListSyntax, in context: [Syntax]) {
        let own = Access(of: modifiers)
        let isWritten = modifiers.contains {
            [.keyword(.internal), .keyword(.private), .keyword(.fileprivate)]
                .contains($0.name.tokenKind)
        }
        guard own.prefix.isEmpty, !isWritten,
            let outer = context.first?.as(ExtensionDeclSyntax.self)
        else {
            self = own
            return
        }
        self.init(of: outer.modifiers)
    }
}
