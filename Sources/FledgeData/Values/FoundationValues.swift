// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension Date: DatabaseValueConvertible {
    /// RFC 3339 text in UTC with milliseconds, `2026-01-31T09:30:00.250Z`.
    ///
    /// Text in this form sorts by time, and people can read it.
    public var databaseValue: DatabaseValue { .text(Timestamp.format(self)) }

    /// Reads RFC 3339 text: any offset, any number of decimals.
    ///
    /// A date alone is its midnight in UTC.
    public init?(databaseValue: DatabaseValue) {
        guard case .text(let text) = databaseValue, let date = Timestamp.parse(text) else {
            return nil
        }
        self = date
    }
}

extension UUID: DatabaseValueConvertible {
    /// The usual text, in lower case as PostgreSQL writes it.
    public var databaseValue: DatabaseValue { .text(uuidString.lowercased()) }

    /// Reads the usual text, in any case.
    public init?(databaseValue: DatabaseValue) {
        guard case .text(let text) = databaseValue else { return nil }
        self.init(uuidString: text)
    }
}

extension Decimal: DatabaseValueConvertible {
    /// The exact decimal digits.
    ///
    /// SQLite keeps them as text and compares them so, too: there, keep money in integers.
    public var databaseValue: DatabaseValue { .decimal(description) }

    /// Reads a decimal, its text, or a whole number.
    public init?(databaseValue: DatabaseValue) {
        switch databaseValue {
        case .integer(let value): self.init(value)
        case .text(let text), .decimal(let text):
            // Foundation stops at the first character it does not know and reads "12abc" as 12.
            guard text.utf8.allSatisfy({ "0123456789+-.eE".utf8.contains($0) }) else { return nil }
            self.init(string: text)
        default: return nil
        }
    }
}

extension Data: DatabaseValueConvertible {
    /// The bytes.
    public var databaseValue: DatabaseValue { .blob([UInt8](self)) }

    /// Reads bytes.
    public init?(databaseValue: DatabaseValue) {
        guard case .blob(let bytes) = databaseValue else { return nil }
        self.init(bytes)
    }
}
