// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// A type whose values can be held to rules beyond their type, with `@Field`.
///
/// Every ``SchemaType`` is one. Which rules there are says ``Rule``: a ``StringRule`` for text, a
/// ``NumberRule`` for numbers, an ``ItemsRule`` for lists. An `Optional` takes the rules of what it
/// wraps, and an identifier those of its raw value. A type of your own takes none, until it says so:
///
///     extension Money: Constrained {
///         typealias Rule = NumberRule<Decimal>
///         func keeps(_ rule: Rule) -> Bool { amount.keeps(rule) }
///         …
///     }
public protocol Constrained: SendableMetatype {
    /// The rules that `@Field` takes for a property of this type.
    associatedtype Rule: Sendable = NoRule

    /// Whether the value keeps the rule.
    ///
    /// It runs for each value that is read, and so only answers; ``explain(_:to:)`` finds the words.
    func keeps(_ rule: Rule) -> Bool

    /// Adds what is wrong with the value, which does not keep the rule.
    func explain(_ rule: Rule, to violations: inout Violations)

    /// Adds the keywords of the rule to the schema of the type.
    static func describe(_ rule: Rule, in schema: inout JSONSchema)
}

/// The rule of types that take none.
///
/// Its members stand here to say so, in words instead of "has no member".
public struct NoRule: Sendable {
    init() {}
}

extension Constrained where Rule == NoRule {
    /// `true`.
    @inlinable public func keeps(_ rule: NoRule) -> Bool { true }
    /// Adds nothing.
    @inlinable public func explain(_ rule: NoRule, to violations: inout Violations) {}
    /// Adds nothing.
    @inlinable public static func describe(_ rule: NoRule, in schema: inout JSONSchema) {}
}

extension RawRepresentable where Self: Constrained, RawValue: Constrained {
    /// The rules of the raw value.
    public typealias Rule = RawValue.Rule

    /// Whether the raw value keeps the rule.
    @inlinable public func keeps(_ rule: RawValue.Rule) -> Bool { rawValue.keeps(rule) }

    /// Adds what is wrong with the raw value.
    public func explain(_ rule: RawValue.Rule, to violations: inout Violations) {
        rawValue.explain(rule, to: &violations)
    }

    /// Adds the keywords that the raw value would have.
    public static func describe(_ rule: RawValue.Rule, in schema: inout JSONSchema) {
        RawValue.describe(rule, in: &schema)
    }
}

extension SchemaType {
    /// Checks the value as a whole, once all members are valid; does nothing until a type has its own.
    ///
    /// `@Schema` calls the one of the type:
    ///
    ///     func validate(into violations: inout Violations) {
    ///         if end < start { violations.add("end", code: "order", "must not be before the start") }
    ///     }
    @inlinable public func validate(into violations: inout Violations) {}
}

/// The rules of a type, for the code that `@Schema` writes.
public typealias RuleOf<Value: Constrained> = Value.Rule
