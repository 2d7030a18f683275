// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// A rule for arrays and sets.
///
///     @Field(.items(0...10), .unique)       var tags: [String] = []
///     @Field(.items(1...), .each(.email))   var recipients: [String]
public struct ItemsRule<Element: Constrained>: Sendable {
    @usableFromInline enum Kind: Sendable {
        case count(RuleLimits<Int>)
        case each(Element.Rule)
        /// The places of two equal items, if there are some.
        case unique(@Sendable ([Element]) -> (Int, Int)?)
    }

    @usableFromInline let kind: Kind

    @inlinable init(kind: Kind) { self.kind = kind }

    /// How many items there may be.
    ///
    /// Code `items`.
    @inlinable public static func items(_ range: some RuleRange<Int>) -> ItemsRule {
        ItemsRule(kind: .count(range.limits.closed))
    }

    /// How many items there must be.
    ///
    /// Code `items`.
    @inlinable public static func items(_ count: Int) -> ItemsRule {
        ItemsRule(kind: .count(.init(least: count, most: count)))
    }

    /// A rule for each item; violations name its place: `/tags/3`.
    ///
    /// For several rules, write it several times.
    @inlinable public static func each(_ rule: Element.Rule) -> ItemsRule {
        ItemsRule(kind: .each(rule))
    }
}

extension ItemsRule where Element: Hashable {
    /// No two items are equal.
    ///
    /// Code `unique`.
    @inlinable public static var unique: ItemsRule {
        ItemsRule(kind: .unique { firstRepetition(in: $0) })
    }

    /// - Complexity: O(items). Few are compared in pairs, which takes no memory.
    @inlinable static func firstRepetition(in items: [Element]) -> (Int, Int)? {
        if items.count <= 16 {
            for index in items.indices {
                for earlier in 0..<index where items[earlier] == items[index] {
                    return (earlier, index)
                }
            }
            return nil
        }
        var places: [Element: Int] = [:]
        for (index, item) in items.enumerated() {
            if let earlier = places.updateValue(index, forKey: item) { return (earlier, index) }
        }
        return nil
    }
}

extension Array: Constrained where Element: Constrained {
    /// Rules for lists.
    public typealias Rule = ItemsRule<Element>

    /// Whether the list keeps the rule.
    @inlinable public func keeps(_ rule: ItemsRule<Element>) -> Bool {
        switch rule.kind {
        case .count(let limits): limits.contains(count)
        case .each(let rule): allSatisfy { $0.keeps(rule) }
        case .unique(let repetition): repetition(self) == nil
        }
    }

    /// Adds what the list must be, or each of its items.
    public func explain(_ rule: ItemsRule<Element>, to violations: inout Violations) {
        switch rule.kind {
        case .count(let limits):
            violations.add(
                code: "items", "must have \(limits.text(one: "item", many: "items"))",
                params: limits.params)
        case .each(let rule):
            for (index, item) in enumerated() where !item.keeps(rule) {
                violations.nest("/\(index)") { item.explain(rule, to: &$0) }
            }
        case .unique(let repetition):
            guard let (first, second) = repetition(self) else { return }
            violations.add(
                code: "unique", "must not repeat an item: \(first) and \(second) are equal")
        }
    }

    /// Adds `minItems`, `maxItems`, `uniqueItems`, or the rule to `items`.
    public static func describe(_ rule: ItemsRule<Element>, in schema: inout JSONSchema) {
        rule.describe(in: &schema)
    }
}

extension Set: Constrained where Element: Constrained {
    /// Rules for lists.
    public typealias Rule = ItemsRule<Element>

    /// Whether the set keeps the rule.
    @inlinable public func keeps(_ rule: ItemsRule<Element>) -> Bool {
        switch rule.kind {
        case .count(let limits): limits.contains(count)
        case .each(let rule): allSatisfy { $0.keeps(rule) }
        case .unique: true
        }
    }

    /// Adds what the set must be, or each of its items.
    public func explain(_ rule: ItemsRule<Element>, to violations: inout Violations) {
        Array(self).explain(rule, to: &violations)
    }

    /// Adds `minItems`, `maxItems`, or the rule to `items`.
    public static func describe(_ rule: ItemsRule<Element>, in schema: inout JSONSchema) {
        rule.describe(in: &schema)
    }
}

extension ItemsRule {
    fileprivate func describe(in schema: inout JSONSchema) {
        switch kind {
        case .count(let limits):
            if let least = limits.least, least > 0 { schema.members["minItems"] = .integer(least) }
            if let most = limits.most { schema.members["maxItems"] = .integer(most) }
        case .each(let rule):
            schema.change("items") { Element.describe(rule, in: &$0) }
        case .unique:
            schema.members["uniqueItems"] = true
        }
    }
}
