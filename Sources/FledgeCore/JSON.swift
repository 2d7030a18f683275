// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

public import FledgeHTTP
import HTTPTypes
import NIOCore

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
    /// Text.
    case string(String)
    /// A list.
    case array([JSON])
    /// Members, in order.
    case object(Object)

    /// The members of a JSON object, in the order they were added.
    public struct Object: Sendable, Hashable, Sequence, ExpressibleByDictionaryLiteral {
        /// One member.
        public struct Member: Sendable, Hashable {
            /// Its name.
            public var name: String
            /// Its value.
            public var value: JSON
        }

        private var members: [Member] = []

        /// An object with no members.
        public init() {}

        /// An object of the written members.
        ///
        /// A name that is repeated keeps its last value.
        public init(dictionaryLiteral elements: (String, JSON)...) {
            for (name, value) in elements { self[name] = value }
        }

        /// The value of the member `name`.
        ///
        /// Setting adds or replaces; `nil` removes. O(members).
        public subscript(name: String) -> JSON? {
            get { members.first { $0.name == name }?.value }
            set {
                let index = members.firstIndex { $0.name == name }
                switch (index, newValue) {
                case (let index?, let value?): members[index].value = value
                case (nil, let value?): members.append(Member(name: name, value: value))
                case (let index?, nil): members.remove(at: index)
                case (nil, nil): break
                }
            }
        }

        /// The members in order.
        public func makeIterator() -> IndexingIterator<[Member]> { members.makeIterator() }
    }
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

extension JSON: ResponseConvertible {
    /// 200 with the value.
    public func response(for request: Request) -> Response {
        Response(headers: .json, body: Body(JSONCoding.text(self)))
    }
}

extension JSON: Codable {
    private struct Name: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    /// Reads any JSON value.
    public init(from decoder: any Decoder) throws {
        if let members = try? decoder.container(keyedBy: Name.self) {
            var object = Object()
            for name in members.allKeys {
                object[name.stringValue] = try members.decode(JSON.self, forKey: name)
            }
            self = .object(object)
        } else if var list = try? decoder.unkeyedContainer() {
            var elements: [JSON] = []
            while !list.isAtEnd { elements.append(try list.decode(JSON.self)) }
            self = .array(elements)
        } else {
            try self.init(scalar: decoder.singleValueContainer())
        }
    }

    private init(scalar container: any SingleValueDecodingContainer) throws {
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Int.self) {
            self = .integer(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else {
            self = .string(try container.decode(String.self))
        }
    }

    /// Writes the value.
    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .object(let object):
            var container = encoder.container(keyedBy: Name.self)
            for member in object {
                try container.encode(member.value, forKey: Name(stringValue: member.name))
            }
        case .array(let elements):
            var container = encoder.unkeyedContainer()
            for element in elements { try container.encode(element) }
        case .null, .bool, .integer, .number, .string:
            try encode(in: encoder.singleValueContainer())
        }
    }

    private func encode(in container: any SingleValueEncodingContainer) throws {
        var container = container
        switch self {
        case .bool(let value): try container.encode(value)
        case .integer(let value): try container.encode(value)
        case .number(let value) where value.isFinite: try container.encode(value)
        case .string(let value): try container.encode(value)
        case .null, .number, .array, .object: try container.encodeNil()
        }
    }
}
