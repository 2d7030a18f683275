// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgePattern
import Synchronization

/// The compiled patterns of the program, each compiled when it is first met.
///
/// A rule cannot keep its own: rules are written where values are checked, also in generic types,
/// which have no static storage.
@usableFromInline enum PatternCache {
    /// A literal has one place in memory for the life of the program.
    private struct Key: Hashable {
        let start: UInt
        let count: Int
    }

    private static let patterns = Mutex<[Key: Result<Pattern, PatternError>]>([:])

    /// Whether `pattern` is found in `text`; one that is no pattern is found nowhere.
    @usableFromInline static func matches(_ pattern: StaticString, _ text: String) -> Bool {
        guard case .success(let pattern) = compiled(pattern) else { return false }
        return pattern.matches(text)
    }

    /// What is wrong with the pattern itself.
    ///
    /// `@Schema` has told it before, where it could see it.
    static func mistake(in pattern: StaticString) -> String? {
        guard case .failure(let error) = compiled(pattern) else { return nil }
        return "cannot be checked, because its pattern is wrong: \(error)"
    }

    private static func compiled(_ source: StaticString) -> Result<Pattern, PatternError> {
        let key = Key(
            start: UInt(bitPattern: source.hasPointerRepresentation ? source.utf8Start : nil),
            count: source.hasPointerRepresentation ? source.utf8CodeUnitCount : 0)
        return patterns.withLock { patterns in
            if key.start != 0, let known = patterns[key] { return known }
            let new = Result<Pattern, PatternError> { () throws(PatternError) in
                try Pattern("\(source)")
            }
            if key.start != 0 { patterns[key] = new }
            return new
        }
    }
}
