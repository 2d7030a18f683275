// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// A JSON value written as a literal, for answers too small for a type of their own.
///
///     func GET() -> JSON { ["status": "ok", "uptime": .number(clock.uptime), "tags": ["a", "b"]] }
///
/// Members keep the order they are written in. It is `Codable`, so it can also stand in a type for
/// a part whose shape is open.
public enum JSON: Sendable, Hashable {
    /// `null`
    case null
    /// `true` or `false`
    case bool(Bool)
    /// A whole number, exactly.
    case integer(Int)
    /// A number with a fraction. NaN and infinities have no JSON form and are written as `null`.
    case number(Double)
    /// A number that neither `Int` nor `Double` holds exactly, digit for digit.
    case literal(Literal)
    /// Text.
    case string(String)
    /// A list.
    case array([JSON])
    /// Members, in order.
    case object(Object)
}

extension JSON: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByFloatLiteral, ExpressibleByStringLiteral, ExpressibleByStringInterpolation,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    /// `null`.
    public init(nilLiteral: ()) { self = .null }
    /// `true` or `false`.
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    /// A whole number.
    public init(integerLiteral value: Int) { self = .integer(value) }
    /// A number.
    public init(floatLiteral value: Double) { self = .number(value) }
    /// Text.
    public init(stringLiteral value: String) { self = .string(value) }
    /// A list.
    public init(arrayLiteral elements: JSON...) { self = .array(elements) }
    /// Members in the written order.
    public init(dictionaryLiteral elements: (String, JSON)...) {
        var object = Object()
        for (name, value) in elements { object[name] = value }
        self = .object(object)
    }
}
