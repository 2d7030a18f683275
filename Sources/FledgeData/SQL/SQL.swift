// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// SQL text with its values kept apart.
///
/// Only a literal becomes SQL; a `String` variable does not compile where SQL is expected, so text
/// that came from outside can never be run by accident.
///
///     let sql: SQL = "SELECT * FROM users WHERE name = \(name) AND id IN (\(ids))"
///
/// | write | get |
/// |---|---|
/// | `\(value)` | a bound value: numbers, text, dates, optionals, enums with a raw value, … |
/// | `\(array)` | bound values with commas between, for `IN (…)` |
/// | `\(array: list)` | a list as one value, for an array column |
/// | `\(identifier: name)` | a quoted name of a table or column |
/// | `\(fragment)` | another `SQL`, with its values |
/// | `\(unsafeRaw: text)` | the text as it is. You vouch for it |
public struct SQL: Sendable, Hashable {
    enum Segment: Sendable, Hashable {
        case text(String)
        /// Text that is not from a literal, and so may be different every time.
        case raw(String)
        case identifier(String)
        case value(DatabaseValue)
        /// A list for `IN (…)`. Kept whole, because an empty one is written differently per dialect.
        case list([DatabaseValue])
    }

    var segments: [Segment]

    /// No SQL at all: the start of a query that is put together.
    public init() {
        self.segments = []
    }

    init(segments: [Segment]) {
        self.segments = segments
    }

    /// Whether there is no text in it.
    public var isEmpty: Bool { segments.isEmpty }

    /// Joins two fragments, with no space between.
    public static func + (left: SQL, right: SQL) -> SQL {
        SQL(segments: left.segments + right.segments)
    }

    /// Appends a fragment, with no space between.
    public static func += (left: inout SQL, right: SQL) {
        left.segments += right.segments
    }
}

extension Sequence<SQL> {
    /// Puts a separator between fragments: `conditions.joined(separator: " AND ")`.
    public func joined(separator: SQL) -> SQL {
        var result = SQL()
        for (index, fragment) in enumerated() {
            if index > 0 { result += separator }
            result += fragment
        }
        return result
    }
}

extension SQL: CustomStringConvertible {
    /// The text with `?` in place of each value: safe to log.
    public var description: String { statement(for: .sqlite).text }
}
