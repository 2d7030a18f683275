// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// A rule for dictionaries.
///
///     @Field(.items(...20), .each(.length(...200))) var labels: [String: String]
public struct EntriesRule<Value: Constrained>: Sendable {
    @usableFromInline enum Kind: Sendable {
        case count(RuleLimits<Int>)
        case each(Value.Rule)
    }

    @usableFromInline let kind: Kind

    @inlinable init(kind: Kind) { self.kind = kind }

    /// How many entries there may be.
    ///
    /// Code `items`.
    @inlinable public static func items(_ range: some RuleRange<Int>) -> EntriesRule {
        EntriesRule(kind: .count(range.limits.closed))
    }

    /// A rule for each value; violations name its key: `/labels/color`.
    @inlinable public static func each(_ rule: Value.Rule) -> EntriesRule {
        EntriesRule(kind: .each(rule))
    }
}

extension Dictionary: Constrained where Key == String, Value: Constrained {
    /// Rules for dictionaries.
    public typealias Rule = EntriesRule<Value>

    /// Whether the dictionary keeps the rule.
    @inlinable public func keeps(_ rule: EntriesRule<Value>) -> Bool {
        switch rule.kind {
        case .count(let limits): limits.contains(count)
        case .each(let rule): values.allSatisfy { $0.keeps(rule) }
        }
    }

    /// Adds what the dictionary must be, or each of its values.
    public func explain(_ rule: EntriesRule<Value>, to violations: inout Violations) {
        switch rule.kind {
        case .count(let limits):
            violations.add(
                code: "items", "must have \(limits.text(one: "entry", many: "entries"))",
                params: limits.params)
        case .each(let rule):
            for (key, value) in sorted(by: { $0.key < $1.key }) where !value.keeps(rule) {
                violations.nest(JSONPointer.token(key)) { value.explain(rule, to: &$0) }
            }
        }
    }

    /// Adds `minProperties`, `maxProperties`, or the rule to `additionalProperties`.
    public static func describe(_ rule: EntriesRule<Value>, in schema: inout JSONSchema) {
        switch rule.kind {
        case .count(let limits):
            if let least = limits.least, least > 0 {
                schema.members["minProperties"] = .integer(least)
            }
            if let most = limits.most { schema.members["maxProperties"] = .integer(most) }
        case .each(let rule):
            schema.change("additionalProperties") { Value.describe(rule, in: &$0) }
        }
    }
}
