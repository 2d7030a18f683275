// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

// What holds or wraps other values passes their rules on.

extension Optional: Constrained where Wrapped: Constrained {
    /// The rules of what it wraps.
    public typealias Rule = Wrapped.Rule

    /// `nil` keeps every rule: whether a value must be there says the type.
    @inlinable public func keeps(_ rule: Wrapped.Rule) -> Bool {
        if let self { self.keeps(rule) } else { true }
    }

    /// Adds what is wrong with the value.
    public func explain(_ rule: Wrapped.Rule, to violations: inout Violations) {
        self?.explain(rule, to: &violations)
    }

    /// Adds the keywords of the rule; `null` stays allowed.
    public static func describe(_ rule: Wrapped.Rule, in schema: inout JSONSchema) {
        schema.addOrNull { Wrapped.describe(rule, in: &$0) }
    }
}

extension Patch: Constrained {
    /// The rules of its value.
    public typealias Rule = Value.Rule

    /// ``absent`` and ``null`` keep every rule.
    @inlinable public func keeps(_ rule: Value.Rule) -> Bool {
        if case .value(let value) = self { value.keeps(rule) } else { true }
    }

    /// Adds what is wrong with the value.
    public func explain(_ rule: Value.Rule, to violations: inout Violations) {
        if case .value(let value) = self { value.explain(rule, to: &violations) }
    }

    /// Adds the keywords of the rule; `null` stays allowed.
    public static func describe(_ rule: Value.Rule, in schema: inout JSONSchema) {
        schema.addOrNull { Value.describe(rule, in: &$0) }
    }
}

extension Boxed: Constrained {
    /// The rules of the contents.
    public typealias Rule = Value.Rule

    /// Whether the contents keep the rule.
    @inlinable public func keeps(_ rule: Value.Rule) -> Bool { value.keeps(rule) }

    /// Adds what is wrong with the contents.
    public func explain(_ rule: Value.Rule, to violations: inout Violations) {
        value.explain(rule, to: &violations)
    }

    /// Adds the keywords of the rule.
    public static func describe(_ rule: Value.Rule, in schema: inout JSONSchema) {
        Value.describe(rule, in: &schema)
    }
}

extension JSONSchema {
    /// Lets `add` add keywords to what also allows `null`; lists of allowed values allow it still.
    fileprivate mutating func addOrNull(_ add: (inout JSONSchema) -> Void) {
        add(&self)
        // The member of an answer is left out instead.
        guard allowsNull else { return }
        guard case .array(let values)? = members["enum"], !values.contains(.null) else { return }
        members["enum"] = .array(values + [.null])
    }

    private var allowsNull: Bool {
        if case .array(let types)? = members["type"] { return types.contains("null") }
        guard case .array(let forms)? = members["anyOf"] else { return false }
        return forms.contains(["type": "null"])
    }
}
