// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// One value as databases store it.
///
/// A few kinds that every SQL database has. Richer types (dates, UUIDs) are written as one of them;
/// see ``DatabaseValueConvertible``.
public enum DatabaseValue: Sendable, Hashable {
    /// SQL `NULL`.
    case null
    /// A whole number. Booleans are 0 and 1.
    case integer(Int64)
    /// A floating-point number. NaN is stored as NULL by SQLite.
    case real(Double)
    /// Text. Any Unicode, NUL included.
    case text(String)
    /// A decimal number, in exact digits: `numeric` of PostgreSQL. SQLite stores its text.
    case decimal(String)
    /// Bytes.
    case blob([UInt8])
    /// A list: an array of PostgreSQL. SQLite stores it as JSON text.
    case array([DatabaseValue])

    /// The kind in words, for messages.
    ///
    /// Never the value itself: it may be personal data.
    var kind: String {
        switch self {
        case .null: "NULL"
        case .integer: "an integer"
        case .real: "a real"
        case .text: "text"
        case .decimal: "a decimal"
        case .blob: "a blob"
        case .array: "an array"
        }
    }
}
