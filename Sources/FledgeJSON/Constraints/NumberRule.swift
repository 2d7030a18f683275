// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// A rule for numbers.
///
///     @Field(.range(18...150))   var age: Int?
///     @Field(.range(0..<1))      var share: Double
///     @Field(.multipleOf(5))     var minutes: Int
public struct NumberRule<Number: RuleNumber>: Sendable {
    @usableFromInline enum Kind: Sendable {
        case range(RuleLimits<Number>)
        case multipleOf(Number)
        case oneOf([Number])
    }

    @usableFromInline let kind: Kind

    @inlinable init(kind: Kind) { self.kind = kind }

    /// What the number must be within.
    ///
    /// Code `range`.
    @inlinable public static func range(_ range: some RuleRange<Number>) -> NumberRule {
        NumberRule(kind: .range(range.limits))
    }

    /// What the number must be greater than: itself it is not allowed.
    ///
    /// Swift has no range that leaves its lower bound out. Code `range`.
    @inlinable public static func greaterThan(_ bound: Number) -> NumberRule {
        NumberRule(kind: .range(.init(least: bound, isLeastOpen: true)))
    }

    /// What the number must be less than: `.range(..<bound)`.
    ///
    /// Code `range`.
    @inlinable public static func lessThan(_ bound: Number) -> NumberRule {
        NumberRule(kind: .range(.init(most: bound, isOpen: true)))
    }

    /// What the number must be a multiple of: greater than zero.
    ///
    /// Code `multiple_of`.
    ///
    /// For `Double` and `Float` this is decided as near as they can tell: 0.3 is a multiple of 0.1.
    @inlinable public static func multipleOf(_ step: Number) -> NumberRule {
        NumberRule(kind: .multipleOf(step))
    }

    /// One of these numbers.
    ///
    /// Code `enum`.
    @inlinable public static func oneOf(_ numbers: Number...) -> NumberRule {
        NumberRule(kind: .oneOf(numbers))
    }
}

/// A number that rules can be written for.
public protocol RuleNumber: SchemaType, Comparable, Sendable where Rule == NumberRule<Self> {
    /// Whether this is a multiple of `step`; `false` when that is not greater than zero.
    func isMultiple(ofStep step: Self) -> Bool
}

extension RuleNumber {
    /// Whether the number keeps the rule.
    @inlinable public func keeps(_ rule: NumberRule<Self>) -> Bool {
        switch rule.kind {
        case .range(let limits): limits.contains(self)
        case .multipleOf(let step): isMultiple(ofStep: step)
        case .oneOf(let numbers): numbers.contains(self)
        }
    }

    /// Adds what the number must be.
    public func explain(_ rule: NumberRule<Self>, to violations: inout Violations) {
        switch rule.kind {
        case .range(let limits):
            violations.add(code: "range", "must be \(limits.words)", params: limits.params)
        case .multipleOf(let step):
            let step = JSON(written: step)
            violations.add(
                code: "multiple_of", "must be a multiple of \(step.text)",
                params: ["multipleOf": step])
        case .oneOf(let numbers):
            let numbers = numbers.map { JSON(written: $0) }
            violations.add(
                code: "enum",
                "must be one of \(numbers.map(\.text).joined(separator: ", "))",
                params: ["values": .array(numbers)])
        }
    }

    /// Adds `minimum`, `maximum`, `exclusiveMinimum`, `exclusiveMaximum`, `multipleOf` or `enum`.
    public static func describe(_ rule: NumberRule<Self>, in schema: inout JSONSchema) {
        switch rule.kind {
        case .range(let limits): describe(limits, in: &schema)
        case .multipleOf(let step): schema.members["multipleOf"] = JSON(written: step)
        case .oneOf(let numbers):
            schema.members["enum"] = .array(numbers.map { JSON(written: $0) })
        }
    }

    private static func describe(_ limits: RuleLimits<Self>, in schema: inout JSONSchema) {
        if let least = limits.least {
            if limits.isLeastOpen { schema.members["minimum"] = nil }
            schema.members[limits.isLeastOpen ? "exclusiveMinimum" : "minimum"] =
                JSON(written: least)
        }
        guard let most = limits.most else { return }
        if limits.isOpen { schema.members["maximum"] = nil }
        schema.members[limits.isOpen ? "exclusiveMaximum" : "maximum"] = JSON(written: most)
    }
}

extension RuleLimits where Bound: SchemaType {
    /// "from 18 to 150", "at least 18", "more than 0 and less than 1".
    fileprivate var words: String {
        if let least, let most, !isLeastOpen, !isOpen {
            return "from \(Self.text(least)) to \(Self.text(most))"
        }
        let lower = least.map { (isLeastOpen ? "more than " : "at least ") + Self.text($0) }
        let upper = most.map { (isOpen ? "less than " : "at most ") + Self.text($0) }
        let words = [lower, upper].compactMap(\.self)
        return words.isEmpty ? "a number" : words.joined(separator: " and ")
    }

    /// The bounds for programs.
    fileprivate var params: JSON.Object {
        var params: JSON.Object = [:]
        if let least { params[isLeastOpen ? "greaterThan" : "min"] = JSON(written: least) }
        if let most { params[isOpen ? "lessThan" : "max"] = JSON(written: most) }
        return params
    }

    /// A number as it stands in JSON.
    private static func text(_ number: Bound) -> String { JSON(written: number).text }
}
