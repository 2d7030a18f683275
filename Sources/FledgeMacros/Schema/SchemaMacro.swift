// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax
import SwiftSyntaxMacros

/// `@Schema`: writes how a struct or an enum is read, checked, written and described.
///
/// The way through this folder: ``SchemaAttribute`` and ``SchemaFieldReader`` (syntax to
/// ``SchemaField``, with all diagnostics) → ``SchemaStructWriter``, ``SchemaRawWriter``,
/// ``SchemaUnionWriter`` (those to text, with ``SchemaObjectCode`` for what they share).
enum SchemaMacro: ExtensionMacro {
    static let formatMode = FormatMode.disabled

    static func expansion(
        of node: AttributeSyntax,
        attachedTo declaration: some DeclGroupSyntax,
        providingExtensionsOf type: some TypeSyntaxProtocol,
        conformingTo protocols: [TypeSyntax],
        in context: some MacroExpansionContext
    ) -> [ExtensionDeclSyntax] {
        let reporter = Reporter(context)
        let attribute = SchemaAttribute(node, reporter)
        let target = SchemaTarget(
            type: type.trimmedDescription,
            access: Access(of: declaration.modifiers, in: context.lexicalContext),
            attribute: attribute, summary: DocSummary.of(declaration))
        if let subject = declaration.as(StructDeclSyntax.self) {
            return [target.expand(subject, reporter)]
        }
        if let subject = declaration.as(EnumDeclSyntax.self) {
            return [target.expand(subject, reporter)]
        }
        reporter.error(
            at: declaration.introducer,
            "@Schema belongs on a struct or an enum: what comes from outside becomes a value, which "
                + "nobody else changes.",
            fixes: declaration.is(ClassDeclSyntax.self)
                ? [.replacing(declaration.introducer, with: "struct", "write 'struct'")] : [])
        return []
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

    /// The parameters of `define` behind the type.
    var definition: String {
        let name = attribute.name.map { ", name: \($0.literal)" } ?? ""
        return name + (summary.map { ", description: \($0.literal)" } ?? "")
    }

    func expand(_ subject: StructDeclSyntax, _ reporter: Reporter) -> ExtensionDeclSyntax {
        if let discriminator = attribute.discriminatorSyntax {
            reporter.error(
                at: discriminator, "A discriminator tells the cases of an enum apart. Remove it.")
        }
        let reader = SchemaFieldReader(attribute: attribute, reporter: reporter)
        let fields = reader.fields(of: subject)
        reader.checkValidation(in: subject.memberBlock)
        let writer = SchemaStructWriter(target: self, isBroken: reporter.count > 0)
        return writer.extensionDeclaration(fields)
    }

    func expand(_ subject: EnumDeclSyntax, _ reporter: Reporter) -> ExtensionDeclSyntax {
        let reader = SchemaCaseReader(attribute: attribute, reporter: reporter)
        let cases = reader.cases(of: subject)
        SchemaFieldReader(attribute: attribute, reporter: reporter)
            .checkValidation(in: subject.memberBlock)
        if let raw = reader.rawType(of: subject, cases.flatMap(\.contents)) {
            return SchemaRawWriter(target: self, raw: raw, isBroken: reporter.count > 0)
                .extensionDeclaration(cases)
        }
        return SchemaUnionWriter(target: self, isBroken: reporter.count > 0)
            .extensionDeclaration(cases)
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
