// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax
import SwiftSyntaxMacros

/// `@Settings`: writes `init(environment:)`, which reads each property from its variable.
enum SettingsMacro: ExtensionMacro {
    static let formatMode = FormatMode.disabled

    static func expansion(
        of node: AttributeSyntax,
        attachedTo declaration: some DeclGroupSyntax,
        providingExtensionsOf type: some TypeSyntaxProtocol,
        conformingTo protocols: [TypeSyntax],
        in context: some MacroExpansionContext
    ) -> [ExtensionDeclSyntax] {
        let reporter = Reporter(context)
        guard let subject = declaration.as(StructDeclSyntax.self) else {
            reporter.error(
                at: declaration.introducer,
                "@Settings belongs on a struct: settings are a value that is read once.")
            return []
        }
        let settings = SettingsMembers(reporter: reporter).settings(of: subject)
        let access = Access(of: subject.modifiers).prefix
        var code = Code()
        code.line("extension \(type.trimmedDescription) {")
        code.indented { code in
            code.line("\(access)init(environment: FledgeCore.Environment) throws {")
            code.indented { write(settings, to: &$0) }
            code.line("}")
        }
        code.line("}")
        return [code.extensionDeclaration]
    }

    private static func write(_ settings: [ConditionalMembers<Setting>]?, to code: inout Code) {
        // After a mistake it is there for those who call it, and never runs: the build fails.
        guard let settings else { return code.line("fatalError()") }
        let names = settings.flatMap(\.contents).map(\.name)
        let reader = names.contains("reader") ? "_reader" : "reader"
        code.line("var \(reader) = FledgeCore.SettingsReader(environment)")
        code.conditional(settings) { code, setting in
            let missing = setting.defaultValue.map { ", default: \($0.trimmedDescription)" } ?? ""
            code.at(setting.place) {
                $0.line("let \(setting.name) = \(reader).read(\(setting.read)\(missing))")
            }
        }
        code.line("try \(reader).check()")
        code.conditional(settings) { code, setting in
            code.line("self.\(setting.name) = try \(setting.name).value")
        }
    }
}

extension Setting {
    fileprivate var read: String { "\(variable.literal), \(type.metatypeExpression)" }
}

/// `@Variable("SHOP_SECRET")`: names the variable of a property, and expands to nothing.
enum VariableMacro: PeerMacro {
    static let formatMode = FormatMode.disabled

    static func expansion(
        of node: AttributeSyntax,
        providingPeersOf declaration: some DeclSyntaxProtocol,
        in context: some MacroExpansionContext
    ) -> [DeclSyntax] {
        let owner = context.lexicalContext.first?.asProtocol((any WithAttributesSyntax).self)
        let isInSettings = owner?.attributes.contains { $0.isNamed("Settings") } ?? false
        if !declaration.is(VariableDeclSyntax.self) || !isInSettings {
            Reporter(context).error(
                at: node, "@Variable belongs on a property of a struct with @Settings.")
        }
        return []
    }
}
