// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// A pattern as it was read.
indirect enum PatternNode {
    case empty
    case one(ScalarSet)
    case assertion(PatternAssertion)
    case sequence([PatternNode])
    case choice([PatternNode])
    /// - Parameter most: `nil` for no bound.
    case repeated(PatternNode, least: Int, most: Int?)
}

/// What holds between two scalars, or not.
enum PatternAssertion: Sendable, Hashable {
    case start
    case end
    case wordBoundary
    case noWordBoundary
}
