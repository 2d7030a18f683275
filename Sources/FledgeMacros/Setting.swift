// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftParser
import SwiftSyntax
import SwiftSyntaxBuilder

/// A property that a variable of the environment fills.
struct Setting {
    let name: String
    /// The name of the variable: `DATABASE_URL`.
    let variable: String
    let type: TypeSyntax
    let defaultValue: ExprSyntax?
    let place: Place?
    /// Where a mistake about it is shown.
    let syntax: Syntax
    let conditions: ConditionPath
}

/// Reads the properties of a struct of settings.
struct SettingsMembers {
    let reporter: Reporter

    /// The settings, with the `#if`s around them.
    ///
    /// - Returns: `nil` when something was reported.
    func settings(of subject: StructDeclSyntax) -> [ConditionalMembers<Setting>]? {
        let before = reporter.count
        let settings = ConditionalMembers<Setting>.read(subject.memberBlock.members) {
            member, path in
            guard let variable = member.as(VariableDeclSyntax.self) else { return [] }
            return variable.bindings.compactMap { setting($0, variable, path) }
        }
        reportRepeated(settings.flatMap(\.contents))
        return reporter.count == before ? settings : nil
    }

    private func setting(
        _ binding: PatternBindingSyntax, _ variable: VariableDeclSyntax, _ path: ConditionPath
    ) -> Setting? {
        // A constant with a value can only have that value.
        let isConstant = variable.bindingSpecifier.tokenKind == .keyword(.let)
        guard variable.isInstanceStorage(binding), !(isConstant && binding.initializer != nil)
        else { return nil }
        guard let pattern = binding.pattern.as(IdentifierPatternSyntax.self) else {
            reporter.error(
                at: binding.pattern,
                "@Settings names variables after properties. Write one for each.")
            return nil
        }
        guard let type = binding.settingType else {
            reporter.error(
                at: pattern,
                "@Settings cannot see the type of '\(pattern.identifier.text)'. "
                    + "Write it: 'var \(pattern.identifier.text): T = …'.")
            return nil
        }
        guard let name = variableName(of: pattern.identifier.unquoted, variable) else { return nil }
        return Setting(
            name: pattern.identifier.text, variable: name, type: type,
            defaultValue: binding.initializer?.value, place: reporter.place(of: pattern),
            syntax: Syntax(pattern), conditions: path)
    }

    private func variableName(of property: String, _ variable: VariableDeclSyntax) -> String? {
        guard let attribute = variable.attributes.first else {
            return VariableName.of(property: property)
        }
        guard attribute.isNamed("Variable"), case .attribute(let syntax) = attribute,
            case .argumentList(let arguments) = syntax.arguments, let first = arguments.first
        else {
            reporter.error(
                at: attribute,
                "@Settings fills stored properties and cannot see through "
                    + "'\(attribute.trimmedDescription)'. Remove it.")
            return nil
        }
        let name = first.expression.as(StringLiteralExprSyntax.self)?.representedLiteralValue
        guard let name, VariableName.isValid(name) else {
            reporter.error(
                at: first,
                "The name of a variable is a string literal of letters, digits and '_' that does "
                    + "not begin with a digit.")
            return nil
        }
        return name
    }

    private func reportRepeated(_ settings: [Setting]) {
        for (index, setting) in settings.enumerated() {
            let earlier = settings[..<index].first {
                $0.variable == setting.variable && !$0.conditions.excludes(setting.conditions)
            }
            guard let earlier else { continue }
            reporter.error(
                at: setting.syntax,
                "'\(setting.name)' and '\(earlier.name)' are both read from \(setting.variable). "
                    + "Name the variable of one of them: '@Variable(\"…\")'.")
        }
    }
}

extension PatternBindingSyntax {
    /// The written type, or that of a literal default value.
    fileprivate var settingType: TypeSyntax? {
        if let type = typeAnnotation?.type { return type.trimmed }
        guard let value = initializer?.value else { return nil }
        return switch value.kind {
        case .integerLiteralExpr: "Int"
        case .floatLiteralExpr: "Double"
        case .booleanLiteralExpr: "Bool"
        case .stringLiteralExpr: "String"
        default: nil
        }
    }
}

extension AttributeListSyntax.Element {
    func isNamed(_ name: String) -> Bool {
        guard case .attribute(let attribute) = self else { return false }
        return attribute.attributeName.trimmedDescription == name
    }
}
