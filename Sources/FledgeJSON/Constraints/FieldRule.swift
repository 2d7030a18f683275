// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// What `@Field` takes: one rule for the value of a property.
///
/// A macro's arguments cannot be typed by the property that carries it, so this lists all rules, and
/// the code that `@Schema` writes holds each against the type: `.length` on an `Int` is then
/// a compile error at the rule. What they mean stands at ``StringRule``, ``NumberRule``, ``ItemsRule``
/// and ``EntriesRule``.
public struct FieldRule: Sendable {
    private init() {}

    /// How many characters text may have.
    public static func length(_ range: some RuleRange<Int>) -> FieldRule { FieldRule() }

    /// How many characters text must have.
    public static func length(_ count: Int) -> FieldRule { FieldRule() }

    /// What a number must be within.
    public static func range(_ range: some RuleRange) -> FieldRule { FieldRule() }

    /// What a number must be greater than.
    public static func greaterThan(_ bound: some Numeric) -> FieldRule { FieldRule() }

    /// What a number must be less than.
    public static func lessThan(_ bound: some Numeric) -> FieldRule { FieldRule() }

    /// What a number must be a multiple of.
    public static func multipleOf(_ step: some Numeric) -> FieldRule { FieldRule() }

    /// A regular expression that is found in the text.
    public static func pattern(
        _ pattern: StaticString, _ message: StaticString? = nil
    ) -> FieldRule { FieldRule() }

    /// An e-mail address.
    public static var email: FieldRule { FieldRule() }

    /// An absolute `http` or `https` URL.
    public static var url: FieldRule { FieldRule() }

    /// An absolute URL with one of these schemes.
    public static func url(_ schemes: String...) -> FieldRule { FieldRule() }

    /// The 36 characters of a UUID.
    public static var uuid: FieldRule { FieldRule() }

    /// How many items a list may have.
    public static func items(_ range: some RuleRange<Int>) -> FieldRule { FieldRule() }

    /// How many items a list must have.
    public static func items(_ count: Int) -> FieldRule { FieldRule() }

    /// No two items are equal.
    public static var unique: FieldRule { FieldRule() }

    /// One of these values.
    public static func oneOf<Value>(_ values: Value...) -> FieldRule { FieldRule() }

    /// A rule for each item of a list.
    public static func each(_ rule: FieldRule) -> FieldRule { FieldRule() }
}
