// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// The lengths that field names have, as 64 bits: a filter in front of comparing names.
///
/// Lengths of 64 and above share a bit with shorter ones, so it may say "perhaps" too often and never
/// "no" wrongly.
package struct NameLengths: OptionSet, Sendable {
    package let rawValue: UInt64

    @inlinable package init(rawValue: UInt64) {
        self.rawValue = rawValue
    }

    @inlinable package mutating func insert(_ length: Int) {
        self = NameLengths(rawValue: rawValue | 1 &<< UInt64(truncatingIfNeeded: length))
    }

    /// Whether a name of that length may be there.
    @inlinable package func contains(_ length: Int) -> Bool {
        rawValue & (1 &<< UInt64(truncatingIfNeeded: length)) != 0
    }
}
