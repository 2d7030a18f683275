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
        let (code, message) = rule.explanation
        violations.add(code: code, message)
    }

    /// Adds `minimum`, `maximum`, `exclusiveMaximum`, `multipleOf` or `enum`.
    public static func describe(_ rule: NumberRule<Self>, in schema: inout JSONSchema) {
        switch rule.kind {
        case .range(let limits): describe(limits, in: &schema)
        case .multipleOf(let step): schema.members["multipleOf"] = JSON(written: step)
        case .oneOf(let numbers):
            schema.members["enum"] = .array(numbers.map { JSON(written: $0) })
        }
    }

    private static func describe(_ limits: RuleLimits<Self>, in schema: inout JSONSchema) {
        if let least = limits.least { schema.members["minimum"] = JSON(written: least) }
        guard let most = limits.most else { return }
        if limits.isOpen { schema.members["maximum"] = nil }
        schema.members[limits.isOpen ? "exclusiveMaximum" : "maximum"] = JSON(written: most)
    }
}

extension NumberRule {
    fileprivate var explanation: (code: String, message: String) {
        switch kind {
        case .range(let limits): ("range", "must be \(limits.words)")
        case .multipleOf(let step): ("multiple_of", "must be a multiple of \(jsonText(step))")
        case .oneOf(let numbers):
            ("enum", "must be one of \(numbers.map(jsonText).joined(separator: ", "))")
        }
    }
}

extension RuleLimits where Bound: SchemaType {
    /// "from 18 to 150", "at least 18", "less than 1".
    fileprivate var words: String {
        switch (least.map(jsonText), most.map(jsonText)) {
        case (let least?, let most?) where isOpen: "at least \(least) and less than \(most)"
        case (let least?, let most?): "from \(least) to \(most)"
        case (let least?, nil): "at least \(least)"
        case (nil, let most?): isOpen ? "less than \(most)" : "at most \(most)"
        case (nil, nil): "a number"
        }
    }
}

/// A number as it stands in JSON.
private func jsonText(_ number: some SchemaType) -> String { JSON(written: number).text }
