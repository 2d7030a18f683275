// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeJSON

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A value that is written as one piece of text: in a path, a query, a header field, a cookie or an
/// environment variable.
///
/// Numbers, `Bool`, `String`, `UUID`, `Date` and `Decimal` are; enums and id types over one of
/// these (`RawRepresentable`) bind without more. A type of your own joins with one initialiser:
///
///     extension Version: ParameterValue {
///         init?(parameter text: String) { … }
///         static var parameterDescription: String { "a version such as 1.2" }
///     }
public protocol ParameterValue: Sendable {
    /// Reads the value; `nil` when `text` does not stand for one. The whole text must count.
    init?(parameter text: String)

    /// What the text must be, for error messages: "a whole number".
    static var parameterDescription: String { get }
}

extension ParameterValue where Self: RawRepresentable, RawValue: ParameterValue {
    /// Reads the raw value.
    public init?(parameter text: String) {
        guard let raw = RawValue(parameter: text) else { return nil }
        self.init(rawValue: raw)
    }

    /// As the raw value, or the names of an enum's cases.
    public static var parameterDescription: String {
        RawParameter.description(of: Self.self)
    }
}

/// Words for types that are read through their raw value.
enum RawParameter {
    static func description<Value: RawRepresentable>(of type: Value.Type) -> String
    where Value.RawValue: ParameterValue {
        if let schema = type as? any SchemaType.Type, let values = listed(schema) {
            return "one of " + values.map(text).joined(separator: ", ")
        }
        guard let cases = type as? any CaseIterable.Type else {
            // Any text is text; what was sent must have been another one.
            return Value.RawValue.self == String.self
                ? "one of the values that are known here" : Value.RawValue.parameterDescription
        }
        return "one of " + names(cases).joined(separator: ", ")
    }

    /// What the schema of an enum lists; its cases need not be `CaseIterable` for it.
    private static func listed<Value: SchemaType>(_ type: Value.Type) -> [JSON]? {
        var registry = SchemaRegistry(mode: .input)
        _ = type.describe(in: &registry)
        guard case .array(let values)? = registry.definitions.first?.schema.members["enum"] else {
            return nil
        }
        return values
    }

    private static func text(_ value: JSON) -> String {
        if case .string(let text) = value { text } else { value.text }
    }

    private static func names<Value: CaseIterable>(_: Value.Type) -> [String] {
        Value.allCases.map { ($0 as? any RawRepresentable).map { "\($0.rawValue)" } ?? "\($0)" }
    }
}

extension ParameterValue where Self: FixedWidthInteger {
    /// Decimal digits with an optional `-`.
    ///
    /// A `+`, spaces and numbers that do not fit are refused.
    public init?(parameter text: String) {
        guard text.utf8.first != UInt8(ascii: "+") else { return nil }
        self.init(text, radix: 10)
    }

    /// "a whole number".
    public static var parameterDescription: String {
        isSigned && bitWidth == 64 ? "a whole number" : "a whole number from \(min) to \(max)"
    }
}

extension Int: ParameterValue {}
extension Int8: ParameterValue {}
extension Int16: ParameterValue {}
extension Int32: ParameterValue {}
extension Int64: ParameterValue {}
extension UInt: ParameterValue {}
extension UInt8: ParameterValue {}
extension UInt16: ParameterValue {}
extension UInt32: ParameterValue {}
extension UInt64: ParameterValue {}

extension ParameterValue where Self: LosslessStringConvertible & BinaryFloatingPoint {
    /// A decimal number such as `1.5` or `1e9`.
    ///
    /// Infinities, NaN and hexadecimal forms are refused.
    public init?(parameter text: String) {
        guard DecimalSyntax.matches(text, allowsExponent: true), let value = Self(text),
            value.isFinite
        else { return nil }
        self = value
    }

    /// "a number".
    public static var parameterDescription: String { "a number" }
}

extension Double: ParameterValue {}
extension Float: ParameterValue {}

extension Bool: ParameterValue {
    /// `true`, `1`, `on` and `yes`; `false`, `0`, `off` and `no`.
    public init?(parameter text: String) {
        switch text {
        case "true", "1", "on", "yes": self = true
        case "false", "0", "off", "no": self = false
        default: return nil
        }
    }

    /// "true or false".
    public static var parameterDescription: String { "true or false" }
}

extension String: ParameterValue {
    /// The text itself.
    public init?(parameter text: String) { self = text }

    /// "text".
    public static var parameterDescription: String { "text" }
}

extension UUID: ParameterValue {
    /// The 36 characters of RFC 9562, in either case.
    public init?(parameter text: String) {
        self.init(uuidString: text)
    }

    /// "a UUID".
    public static var parameterDescription: String { "a UUID" }
}

extension Decimal: ParameterValue {
    /// A decimal number such as `12.50`, without loss.
    public init?(parameter text: String) {
        // Foundation reads the front of the text and ignores the rest, and rounds after 38 digits.
        let digits = text.utf8.count { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: ".") }
        guard DecimalSyntax.matches(text, allowsExponent: false), digits <= 38 else { return nil }
        self.init(string: text)
    }

    /// "a decimal number".
    public static var parameterDescription: String { "a decimal number" }
}

extension Date: ParameterValue {
    /// RFC 3339 (`2026-11-22T15:04:05Z`, with fractions or an offset if wanted), or a day
    /// (`2026-11-22`, midnight UTC).
    public init?(parameter text: String) {
        guard let seconds = RFC3339.seconds(text, orDay: true) else { return nil }
        self.init(timeIntervalSince1970: seconds)
    }

    /// "a date".
    public static var parameterDescription: String { "a date such as 2026-11-22T15:04:05Z" }
}
