// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

// Rules on the wrong type say what the type takes, instead of "has no member".

extension StringRule {
    /// For numbers.
    @available(*, unavailable, message: "'.range' is for numbers. Text takes '.length'.")
    public static func range(_ range: Any) -> StringRule { .email }

    /// For numbers.
    @available(*, unavailable, message: "'.greaterThan' is for numbers. Text takes '.length'.")
    public static func greaterThan(_ bound: Any) -> StringRule { .email }

    /// For numbers.
    @available(*, unavailable, message: "'.lessThan' is for numbers. Text takes '.length'.")
    public static func lessThan(_ bound: Any) -> StringRule { .email }

    /// For numbers.
    @available(*, unavailable, message: "'.multipleOf' is for numbers. This is text.")
    public static func multipleOf(_ step: Any) -> StringRule { .email }

    /// For lists.
    @available(*, unavailable, message: "'.items' is for lists. Text takes '.length'.")
    public static func items(_ range: Any) -> StringRule { .email }

    /// For lists.
    @available(*, unavailable, message: "'.unique' is for lists. This is text.")
    public static var unique: StringRule { .email }

    /// For lists.
    @available(*, unavailable, message: "'.each' is for lists. Write its rule directly.")
    public static func each(_ rule: StringRule) -> StringRule { .email }
}

extension NumberRule {
    private static var none: NumberRule { .oneOf() }

    /// For text.
    @available(*, unavailable, message: "'.length' is for text. A number takes '.range'.")
    public static func length(_ range: Any) -> NumberRule { none }

    /// For text.
    @available(*, unavailable, message: "'.pattern' is for text. This is a number.")
    public static func pattern(_ pattern: Any, _ message: Any? = nil) -> NumberRule { none }

    /// For text.
    @available(*, unavailable, message: "'.email' is for text. This is a number.")
    public static var email: NumberRule { none }

    /// For text.
    @available(*, unavailable, message: "'.url' is for text. This is a number.")
    public static var url: NumberRule { none }

    /// For text.
    @available(*, unavailable, message: "'.uuid' is for text. This is a number.")
    public static var uuid: NumberRule { none }

    /// For lists.
    @available(*, unavailable, message: "'.items' is for lists. A number takes '.range'.")
    public static func items(_ range: Any) -> NumberRule { none }

    /// For lists.
    @available(*, unavailable, message: "'.unique' is for lists. This is a number.")
    public static var unique: NumberRule { none }

    /// For lists.
    @available(*, unavailable, message: "'.each' is for lists. Write its rule directly.")
    public static func each(_ rule: NumberRule) -> NumberRule { none }
}

extension ItemsRule {
    private static var none: ItemsRule { .items(0...) }

    /// For what can be compared.
    @available(*, unavailable, message: "'.unique' compares items. Make their type Hashable.")
    public static var unique: ItemsRule { none }

    /// For text.
    @available(
        *, unavailable,
        message: "'.length' is for text. A list takes '.items', and its items '.each(.length(…))'."
    )
    public static func length(_ range: Any) -> ItemsRule { none }

    /// For numbers.
    @available(
        *, unavailable,
        message: "'.range' is for numbers. Its items take it in '.each(.range(…))'."
    )
    public static func range(_ range: Any) -> ItemsRule { none }

    /// For numbers.
    @available(
        *, unavailable,
        message: "'.multipleOf' is for numbers. Its items take it in '.each(.multipleOf(…))'."
    )
    public static func multipleOf(_ step: Any) -> ItemsRule { none }

    /// For text.
    @available(
        *, unavailable,
        message: "'.pattern' is for text. Its items take it in '.each(.pattern(…))'."
    )
    public static func pattern(_ pattern: Any, _ message: Any? = nil) -> ItemsRule { none }

    /// For text.
    @available(
        *, unavailable, message: "'.email' is for text. Its items take it in '.each(.email)'."
    )
    public static var email: ItemsRule { none }

    /// For text.
    @available(*, unavailable, message: "'.url' is for text. Its items take it in '.each(.url)'.")
    public static var url: ItemsRule { none }

    /// For text.
    @available(*, unavailable, message: "'.uuid' is for text. Its items take it in '.each(.uuid)'.")
    public static var uuid: ItemsRule { none }

    /// For single values.
    @available(
        *, unavailable,
        message: "'.oneOf' is for single values. Its items take it in '.each(.oneOf(…))'."
    )
    public static func oneOf(_ values: Any...) -> ItemsRule { none }
}

extension NoRule {
    /// For text.
    @available(*, unavailable, message: "This type takes no rules. '.length' is for text.")
    public static func length(_ range: Any) -> NoRule { NoRule() }

    /// For numbers.
    @available(*, unavailable, message: "This type takes no rules. '.range' is for numbers.")
    public static func range(_ range: Any) -> NoRule { NoRule() }

    /// For numbers.
    @available(*, unavailable, message: "This type takes no rules. '.multipleOf' is for numbers.")
    public static func multipleOf(_ step: Any) -> NoRule { NoRule() }

    /// For text.
    @available(*, unavailable, message: "This type takes no rules. '.pattern' is for text.")
    public static func pattern(_ pattern: Any, _ message: Any? = nil) -> NoRule { NoRule() }

    /// For text.
    @available(*, unavailable, message: "This type takes no rules. '.email' is for text.")
    public static var email: NoRule { NoRule() }

    /// For text.
    @available(
        *, unavailable,
        message: "This type takes no rules. '.url' is for text; a URL is an absolute one already."
    )
    public static var url: NoRule { NoRule() }

    /// For text.
    @available(
        *, unavailable,
        message: "This type takes no rules. '.uuid' is for text; a UUID is one already."
    )
    public static var uuid: NoRule { NoRule() }

    /// For lists.
    @available(*, unavailable, message: "This type takes no rules. '.items' is for lists.")
    public static func items(_ range: Any) -> NoRule { NoRule() }

    /// For lists.
    @available(*, unavailable, message: "This type takes no rules. '.unique' is for lists.")
    public static var unique: NoRule { NoRule() }

    /// For text and numbers.
    @available(
        *, unavailable,
        message: "This type takes no rules. '.oneOf' is for text and numbers; write an enum."
    )
    public static func oneOf(_ values: Any...) -> NoRule { NoRule() }

    /// For lists.
    @available(*, unavailable, message: "This type takes no rules. '.each' is for lists.")
    public static func each(_ rule: FieldRule) -> NoRule { NoRule() }
}
