// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// What a transaction sees of others that run beside it.
///
/// SQLite has one level, the strictest: there every transaction is `serializable`.
public enum TransactionIsolation: String, Sendable, Hashable, CaseIterable {
    /// Each statement sees what was committed before it. Two statements may see different data.
    case readCommitted = "READ COMMITTED"

    /// All statements see one moment. A write to a row that somebody else has changed since then
    /// fails with `.serializationFailure`.
    case repeatableRead = "REPEATABLE READ"

    /// As if the transactions ran one after the other. One that could tell the difference fails
    /// with `.serializationFailure`.
    case serializable = "SERIALIZABLE"
}

extension TransactionIsolation: Comparable {
    private var rank: Int {
        switch self {
        case .readCommitted: 0
        case .repeatableRead: 1
        case .serializable: 2
        }
    }

    /// Whether the first promises less than the second.
    public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }
}
