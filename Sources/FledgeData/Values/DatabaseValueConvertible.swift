// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// A type that is one value in a database.
///
/// Numbers, `Bool`, `String`, `Date`, `UUID`, `Decimal`, `Data`, `[UInt8]` and optionals of them
/// conform. An enum or identifier with a raw value needs no conformance to be bound or decoded;
/// add an empty one to use it with ``Row/get(_:as:)``:
///
///     extension Color: DatabaseValueConvertible {}
public protocol DatabaseValueConvertible {
    /// The value to bind.
    var databaseValue: DatabaseValue { get }

    /// Reads a value. Fails when it does not fit exactly: nothing is rounded or parsed loosely.
    init?(databaseValue: DatabaseValue)
}

extension DatabaseValue: DatabaseValueConvertible {
    /// Itself.
    public var databaseValue: DatabaseValue { self }

    /// Itself.
    public init?(databaseValue: DatabaseValue) { self = databaseValue }
}

extension DatabaseValueConvertible
where Self: RawRepresentable, RawValue: DatabaseValueConvertible {
    /// The raw value.
    public var databaseValue: DatabaseValue { rawValue.databaseValue }

    /// Reads the raw value.
    ///
    /// Fails when there is no case of it.
    public init?(databaseValue: DatabaseValue) {
        guard let raw = RawValue(databaseValue: databaseValue) else { return nil }
        self.init(rawValue: raw)
    }
}

/// Shared by the integers that always fit SQL's 64 signed bits. `UInt` and `UInt64` do not, so
/// binding them is a compile error instead of a trap on the day a value is too large.
extension DatabaseValueConvertible where Self: FixedWidthInteger {
    /// The number.
    public var databaseValue: DatabaseValue { .integer(Int64(self)) }

    /// Reads a whole number that fits.
    public init?(databaseValue: DatabaseValue) {
        switch databaseValue {
        case .integer(let value): self.init(exactly: value)
        // PostgreSQL's sum() of whole numbers is a decimal.
        case .decimal(let digits): self.init(digits)
        default: return nil
        }
    }
}

extension Int: DatabaseValueConvertible {}
extension Int8: DatabaseValueConvertible {}
extension Int16: DatabaseValueConvertible {}
extension Int32: DatabaseValueConvertible {}
extension Int64: DatabaseValueConvertible {}
extension UInt8: DatabaseValueConvertible {}
extension UInt16: DatabaseValueConvertible {}
extension UInt32: DatabaseValueConvertible {}

extension Bool: DatabaseValueConvertible {
    /// 1 or 0.
    public var databaseValue: DatabaseValue { .integer(self ? 1 : 0) }

    /// Reads 0 or 1, and nothing else.
    public init?(databaseValue: DatabaseValue) {
        switch databaseValue {
        case .integer(0): self = false
        case .integer(1): self = true
        default: return nil
        }
    }
}

extension Double: DatabaseValueConvertible {
    /// The number.
    public var databaseValue: DatabaseValue { .real(self) }

    /// Reads a real, a whole number that a `Double` holds exactly, or a decimal.
    ///
    /// A decimal becomes the nearest `Double`; read money as `Decimal`.
    public init?(databaseValue: DatabaseValue) {
        switch databaseValue {
        case .real(let value): self = value
        case .integer(let value): self.init(exactly: value)
        case .decimal(let digits): self.init(digits)
        default: return nil
        }
    }
}

extension String: DatabaseValueConvertible {
    /// The text.
    public var databaseValue: DatabaseValue { .text(self) }

    /// Reads text.
    public init?(databaseValue: DatabaseValue) {
        guard case .text(let value) = databaseValue else { return nil }
        self = value
    }
}

extension Optional: DatabaseValueConvertible where Wrapped: DatabaseValueConvertible {
    /// The value, or NULL.
    public var databaseValue: DatabaseValue { self?.databaseValue ?? .null }

    /// Reads NULL as nil, and anything else as the wrapped type.
    public init?(databaseValue: DatabaseValue) {
        if databaseValue == .null {
            self = .none
        } else if let value = Wrapped(databaseValue: databaseValue) {
            self = value
        } else {
            return nil
        }
    }
}
