// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// A case of an enum.
struct SchemaCase {
    enum Payload {
        case none
        /// One value without a label, whose members stand beside the discriminator.
        case flattened(type: String, place: Place?)
        case members([SchemaField])
    }

    /// As it is written, with its backticks.
    let name: String
    /// What the discriminator is for it.
    let tag: String
    let payload: Payload
    let summary: String?
    let hasRawValue: Bool
    /// Where a mistake about it is shown.
    let syntax: Syntax
    let conditions: ConditionPath
}

/// Reads the cases of an enum, and reports what is wrong with them.
struct SchemaCaseReader {
    let attribute: SchemaAttribute
    let reporter: Reporter

    /// The cases, with the `#if`s around them.
    func cases(of subject: EnumDeclSyntax) -> [ConditionalMembers<SchemaCase>] {
        let cases = ConditionalMembers<SchemaCase>.read(subject.memberBlock.members) {
            member, path in
            guard let declaration = member.as(EnumCaseDeclSyntax.self) else { return [] }
            let field = declaration.attributes.field(reporter)
            if let rule = field?.firstRule {
                reporter.error(
                    at: rule,
                    "A case takes no rules, only a name. Put what it carries into a struct with "
                        + "@Schema, and the rule on its property.")
            }
            return declaration.elements.map { element($0, of: declaration, field?.key, path) }
        }
        let all = cases.flatMap(\.contents)
        if all.isEmpty {
            reporter.error(at: subject.name, "'\(subject.name.text)' has no cases: no JSON is one.")
        }
        reportRepeated(all)
        return cases
    }

    private func element(
        _ element: EnumCaseElementSyntax, of declaration: EnumCaseDeclSyntax, _ key: String?,
        _ path: ConditionPath
    ) -> SchemaCase {
        SchemaCase(
            name: element.name.text, tag: key ?? attribute.key(for: element.name.unquoted),
            payload: payload(of: element), summary: DocSummary.of(declaration),
            hasRawValue: element.rawValue != nil, syntax: Syntax(element.name), conditions: path)
    }

    private func payload(of element: EnumCaseElementSyntax) -> SchemaCase.Payload {
        guard let parameters = element.parameterClause?.parameters, !parameters.isEmpty else {
            return .none
        }
        if parameters.count == 1, let only = parameters.first, only.label == nil {
            let type = only.type.trimmedDescription
            if let reason = Self.reasonAgainstFlattening(only.type) {
                reporter.error(
                    at: only.type,
                    "A payload without a label lends its members to the case, and \(reason) has "
                        + "none. Give it a label: 'case \(element.name.text)(value: \(type))'.")
            }
            return .flattened(type: type, place: reporter.place(of: only.type))
        }
        return .members(parameters.compactMap { member($0, of: element) })
    }

    private func member(
        _ parameter: EnumCaseParameterSyntax, of element: EnumCaseElementSyntax
    ) -> SchemaField? {
        guard let label = parameter.label else {
            reporter.error(
                at: parameter.type,
                "Every value of '\(element.name.text)' needs a label, which names its member: "
                    + "'value: \(parameter.type.trimmedDescription)'.")
            return nil
        }
        let key = attribute.key(for: label.unquoted)
        if key == attribute.discriminator {
            reporter.error(
                at: label,
                "'\(key)' is the discriminator, which tells the cases apart. Rename the label, or "
                    + "name another discriminator: '@Schema(discriminator: \"kind\")'.")
        }
        return SchemaField(
            name: label.argumentLabel, key: key, type: parameter.type.trimmedDescription,
            hasDefault: parameter.defaultValue != nil,
            defaultValue: parameter.defaultValue?.value.trimmedDescription,
            fixedDefault: parameter.defaultValue.flatMap {
                $0.value.isFixedValue ? $0.value.trimmedDescription : nil
            },
            place: reporter.place(of: parameter.type), syntax: Syntax(label))
    }

    /// The name of a kind of type that is certainly no object.
    private static func reasonAgainstFlattening(_ type: TypeSyntax) -> String? {
        if type.is(ArrayTypeSyntax.self) { return "a list" }
        if type.is(OptionalTypeSyntax.self) { return "an Optional" }
        let scalars = [
            "String", "Character", "Bool", "Int", "Int8", "Int16", "Int32", "Int64", "UInt",
            "UInt8",
            "UInt16", "UInt32", "UInt64", "Double", "Float", "Decimal", "Date", "UUID", "URL",
            "Data",
        ]
        let name = type.trimmedDescription
        return scalars.contains(name) ? "'\(name)'" : nil
    }

    private func reportRepeated(_ cases: [SchemaCase]) {
        for (index, one) in cases.enumerated() {
            let earlier = cases[..<index].first {
                $0.tag == one.tag && !$0.conditions.excludes(one.conditions)
            }
            guard let earlier, !one.hasRawValue else { continue }
            reporter.error(
                at: one.syntax,
                "'\(one.name)' and '\(earlier.name)' are both '\(one.tag)' in JSON. Name one of "
                    + "them: '@Field(name: \"…\")'.",
                note: (earlier.syntax, "it is used here"))
        }
    }
}

extension EnumCaseParameterSyntax {
    /// The label that names the value from outside; `nil` for none.
    fileprivate var label: TokenSyntax? {
        guard let name = firstName, name.tokenKind != .wildcard else { return nil }
        return name
    }
}

extension TokenSyntax {
    /// As it is written in a call, where all but three words may be labels.
    fileprivate var argumentLabel: String {
        ["inout", "let", "var"].contains(unquoted) ? "`\(unquoted)`" : unquoted
    }
}

extension SchemaCaseReader {
    private static let rawTypes: Set<String> = [
        "String", "Int", "Int8", "Int16", "Int32", "Int64", "UInt", "UInt8", "UInt16", "UInt32",
        "UInt64", "Double", "Float",
    ]

    /// The type of the raw values; `nil` for an enum with payloads, or when something was reported.
    func rawType(of subject: EnumDeclSyntax, _ cases: [SchemaCase]) -> String? {
        let raw = subject.inheritanceClause?.inheritedTypes.first?.type
        let isRaw = raw.map { Self.rawTypes.contains($0.trimmedDescription) } ?? false
        let withPayload = cases.first { if case .none = $0.payload { false } else { true } }
        if isRaw, let withPayload {
            reporter.error(
                at: withPayload.syntax,
                "'\(subject.name.text)' has raw values, so its cases cannot have payloads. Remove "
                    + "': \(raw?.trimmedDescription ?? "")' to tell the cases apart by "
                    + "'\(attribute.discriminator)'.")
            return nil
        }
        if !isRaw, withPayload == nil, attribute.discriminatorSyntax == nil, !cases.isEmpty {
            reporter.error(
                at: subject.name,
                "Nothing says what '\(subject.name.text)' is in JSON. Give it raw values: "
                    + "'enum \(subject.name.text): String'.")
        }
        if isRaw, let discriminator = attribute.discriminatorSyntax {
            reporter.error(
                at: discriminator, "An enum with raw values is no object and has no discriminator.")
        }
        return isRaw ? raw?.trimmedDescription : nil
    }
}
