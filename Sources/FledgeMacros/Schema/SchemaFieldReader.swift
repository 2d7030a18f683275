// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftParser
import SwiftSyntax

/// Reads the members of a struct, and reports what is wrong with them.
struct SchemaFieldReader {
    let attribute: SchemaAttribute
    let reporter: Reporter

    /// The stored properties, with the `#if`s around them.
    func fields(of subject: StructDeclSyntax) -> [ConditionalMembers<SchemaField>] {
        let types = SchemaTypeCheck(subject, reporter)
        let fields = ConditionalMembers<SchemaField>.read(subject.memberBlock.members) {
            member, path in
            guard let variable = member.as(VariableDeclSyntax.self) else { return [] }
            for binding in variable.bindings where variable.isInstanceStorage(binding) {
                // A pattern of several names is reported as one.
                guard binding.pattern.is(IdentifierPatternSyntax.self) else { continue }
                binding.typeAnnotation.map { types.check($0.type) }
            }
            return variable.bindings.compactMap { field($0, variable, path) }
        }
        reportRepeated(fields.flatMap(\.contents))
        return fields
    }

    private func field(
        _ binding: PatternBindingSyntax, _ variable: VariableDeclSyntax, _ path: ConditionPath
    ) -> SchemaField? {
        guard variable.isInstanceStorage(binding), allowsReading(variable) else { return nil }
        guard let pattern = binding.pattern.as(IdentifierPatternSyntax.self) else {
            reporter.error(
                at: binding.pattern, "@Schema names members after properties. Write one for each.")
            return nil
        }
        guard let type = binding.writtenOrLiteralType(in: variable) else {
            reporter.error(
                at: pattern,
                "@Schema cannot see the type of '\(pattern.identifier.text)'. Write it: "
                    + "'\(variable.bindingSpecifier.text) \(pattern.identifier.text): T'.")
            return nil
        }
        let field = variable.attributes.field(reporter) ?? FieldAttribute()
        let value = binding.initializer?.value
        if let value { DefaultCheck(reporter: reporter, value: value).check(field.written) }
        let isVariable = variable.bindingSpecifier.tokenKind == .keyword(.var)
        return SchemaField(
            name: pattern.identifier.text,
            key: field.key ?? attribute.key(for: pattern.identifier.unquoted),
            type: type, rules: field.rules, hasDefault: value != nil,
            fixedDefault: value.flatMap { $0.isFixedValue ? $0.trimmedDescription : nil },
            isConstant: !isVariable && value != nil, example: field.example,
            summary: DocSummary.of(variable), place: reporter.place(of: pattern),
            syntax: Syntax(pattern), conditions: path)
    }

    /// Whether the property is what it seems: not lazy, not wrapped.
    private func allowsReading(_ variable: VariableDeclSyntax) -> Bool {
        if let lazy = variable.modifiers.first(.lazy) {
            reporter.error(
                at: lazy, "@Schema cannot have lazy properties: all members are read at once.")
            return false
        }
        let harmless = ["Field", "available", "usableFromInline"]
        let wrapper = variable.attributes.first { element in
            !harmless.contains { element.isNamed($0) }
        }
        guard let wrapper else { return true }
        reporter.error(
            at: wrapper,
            "@Schema reads stored properties and cannot see through "
                + "'\(wrapper.trimmedDescription)'. Remove it.")
        return false
    }

    func reportRepeated(_ fields: [SchemaField]) {
        for (index, field) in fields.enumerated() {
            let earlier = fields[..<index].first {
                $0.key == field.key && !$0.conditions.excludes(field.conditions)
            }
            guard let earlier else { continue }
            reporter.error(
                at: field.syntax,
                "'\(field.plainName)' and '\(earlier.plainName)' both have the key "
                    + "'\(field.key)'. Name that of one of them: '@Field(name: \"…\")'.",
                note: (earlier.syntax, "it is used here"))
        }
    }

    /// Keys written down a second time would be other ones sooner or later.
    func checkKeys(of subject: StructDeclSyntax) {
        for member in subject.memberBlock.members {
            guard let keys = member.decl.as(EnumDeclSyntax.self), keys.name.text == "CodingKeys"
            else { continue }
            reporter.error(
                at: keys.name,
                "@Schema writes the CodingKeys. Name a key where its property is: "
                    + "'@Field(name: \"…\")', or all with '@Schema(keys: .snakeCase)'.")
        }
    }

    /// A check that nobody calls would let everything pass.
    func checkValidation(in members: MemberBlockSyntax) {
        for member in members.members {
            guard let method = member.decl.as(FunctionDeclSyntax.self),
                method.name.text == "validate", method.mentionsViolations, !method.isValidation
            else { continue }
            reporter.error(
                at: method.name,
                "@Schema does not call this. Its check is "
                    + "'func validate(into violations: inout Violations)', which neither throws "
                    + "nor waits.")
        }
    }
}

extension FunctionDeclSyntax {
    fileprivate var mentionsViolations: Bool {
        signature.trimmedDescription.contains("Violation")
    }

    /// Whether it is `func validate(into: inout Violations)`.
    fileprivate var isValidation: Bool {
        let parameters = signature.parameterClause.parameters
        guard parameters.count == 1, let parameter = parameters.first else { return false }
        let type = parameter.type.trimmedDescription
        return parameter.firstName.text == "into" && type.hasPrefix("inout ")
            && type.hasSuffix("Violations") && signature.effectSpecifiers == nil
            && signature.returnClause == nil && modifiers.first(.static) == nil
            && modifiers.first(.mutating) == nil
    }
}

extension AttributeListSyntax {
    /// What `@Field` says; a second one is reported, since its rules would hold nothing.
    func field(_ reporter: Reporter) -> FieldAttribute? {
        let attributes = compactMap { element -> AttributeSyntax? in
            guard element.isNamed("Field") else { return nil }
            return element.as(AttributeSyntax.self)
        }
        for second in attributes.dropFirst() {
            reporter.error(
                at: second, "One @Field takes all rules: '@Field(.length(1...80), .email)'.")
        }
        return attributes.first.map { FieldAttribute($0, reporter) }
    }
}

extension PatternBindingSyntax {
    /// The written type, that of the bindings behind it (`var x, y: Double`), or that of a literal.
    fileprivate func writtenOrLiteralType(in variable: VariableDeclSyntax) -> String? {
        if let type = typeAnnotation?.type {
            // `T!` is an Optional that may not be written so where a type is named.
            guard let unwrapped = type.as(ImplicitlyUnwrappedOptionalTypeSyntax.self) else {
                return type.trimmedDescription
            }
            return unwrapped.wrappedType.trimmedDescription + "?"
        }
        guard let value = initializer?.value else {
            return variable.bindings.drop { $0.id != id }.lazy
                .compactMap(\.typeAnnotation).first?.type.trimmedDescription
        }
        return value.literalType
    }
}

extension ExprSyntax {
    /// The type that a literal has without a context.
    var literalType: String? {
        switch kind {
        case .integerLiteralExpr: return "Int"
        case .floatLiteralExpr: return "Double"
        case .booleanLiteralExpr: return "Bool"
        case .stringLiteralExpr: return "String"
        case .prefixOperatorExpr:
            let signed = self.as(PrefixOperatorExprSyntax.self)
            return signed?.operator.text == "-" ? signed?.expression.literalType : nil
        default: return nil
        }
    }

    /// Whether it gives the same value each time, as far as can be seen: literals and cases.
    var isFixedValue: Bool {
        if let array = self.as(ArrayExprSyntax.self) {
            return array.elements.allSatisfy(\.expression.isFixedValue)
        }
        if let dictionary = self.as(DictionaryExprSyntax.self) {
            guard case .elements(let elements) = dictionary.content else { return true }
            return elements.allSatisfy { $0.key.isFixedValue && $0.value.isFixedValue }
        }
        if let text = self.as(StringLiteralExprSyntax.self) {
            return text.representedLiteralValue != nil
        }
        // `.active`: a case, nearly always. A static property that changes would be described wrongly.
        if let member = self.as(MemberAccessExprSyntax.self) {
            return member.base == nil && !["now", "init"].contains(member.declName.baseName.text)
        }
        return literalType != nil
    }
}
