// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// A range as a rule takes it: `1...80`, `1...`, `...80`, `0..<1`, `..<1`.
public protocol RuleRange<Bound> {
    /// What the bounds are.
    associatedtype Bound: Comparable
    /// The bounds, each of which may be missing.
    var limits: RuleLimits<Bound> { get }
}

/// The bounds of a value, or of how many there may be of something.
@frozen public struct RuleLimits<Bound: Comparable> {
    /// The least that is allowed, or the most that is not.
    public var least: Bound?
    /// Whether ``least`` itself is no longer allowed.
    public var isLeastOpen: Bool
    /// The most that is allowed, or the least that is not.
    public var most: Bound?
    /// Whether ``most`` itself is no longer allowed.
    public var isOpen: Bool

    /// Bounds of which at least one is given.
    ///
    /// - Parameters:
    ///   - least: The least that is allowed.
    ///   - most: The most that is allowed, or the least that is not.
    ///   - isOpen: Whether `most` itself is not allowed.
    ///   - isLeastOpen: Whether `least` itself is not allowed.
    @inlinable public init(
        least: Bound? = nil, most: Bound? = nil, isOpen: Bool = false, isLeastOpen: Bool = false
    ) {
        self.least = least
        self.isLeastOpen = isLeastOpen
        self.most = most
        self.isOpen = isOpen
    }

    /// Whether `value` is within the bounds; one that compares with nothing, as NaN, is not.
    @inlinable public func contains(_ value: Bound) -> Bool {
        if let least, !(isLeastOpen ? value > least : value >= least) { return false }
        if let most { return isOpen ? value < most : value <= most }
        return true
    }
}

extension RuleLimits: Sendable where Bound: Sendable {}

extension RuleLimits where Bound == Int {
    /// The same bounds, closed.
    @inlinable var closed: RuleLimits {
        guard isOpen, let most else { return self }
        return RuleLimits(least: least, most: most - 1)
    }

    /// The bounds for programs.
    var params: JSON.Object {
        var params: JSON.Object = [:]
        if let least { params["min"] = .integer(least) }
        if let most { params["max"] = .integer(most) }
        return params
    }

    /// "1 to 80 characters", "at least 1 item".
    func text(one: String, many: String) -> String {
        func counted(_ count: Int) -> String { count == 1 ? "1 \(one)" : "\(count) \(many)" }
        return switch (least, most) {
        case (let least?, let most?) where least == most: "exactly \(counted(least))"
        case (let least?, let most?) where least > 0: "\(least) to \(counted(most))"
        case (let least?, nil): "at least \(counted(least))"
        case (_, let most?): "at most \(counted(most))"
        case (nil, nil): "any number of \(many)"
        }
    }
}

extension ClosedRange: RuleRange {
    /// Both bounds.
    @inlinable public var limits: RuleLimits<Bound> { .init(least: lowerBound, most: upperBound) }
}

extension Range: RuleRange {
    /// Both bounds, without the upper itself.
    @inlinable public var limits: RuleLimits<Bound> {
        .init(least: lowerBound, most: upperBound, isOpen: true)
    }
}

extension PartialRangeFrom: RuleRange {
    /// The lower bound.
    @inlinable public var limits: RuleLimits<Bound> { .init(least: lowerBound) }
}

extension PartialRangeThrough: RuleRange {
    /// The upper bound.
    @inlinable public var limits: RuleLimits<Bound> { .init(most: upperBound) }
}

extension PartialRangeUpTo: RuleRange {
    /// The upper bound, without itself.
    @inlinable public var limits: RuleLimits<Bound> { .init(most: upperBound, isOpen: true) }
}
