// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

extension JSON: SchemaType {
    /// Reads any value.
    public init(json reader: inout JSONReader) throws(JSONError) {
        self = try reader.readTree()
    }

    /// Writes the value.
    ///
    /// A number that is not finite is written as `null`.
    public func write(to writer: inout JSONWriter) {
        switch self {
        case .null: writer.null()
        case .bool(let value): writer.bool(value)
        case .integer(let value): writer.integer(value)
        case .number(let value) where !value.isFinite: writer.null()
        case .number(let value): writer.double(value)
        case .literal(let value): writer.ascii(value.text)
        case .string(let value): writer.string(value)
        case .array(let elements): elements.write(to: &writer)
        case .object(let object):
            writer.beginObject()
            for member in object { writer.member(named: member.name, member.value) }
            writer.endObject()
        }
    }

    /// Any value.
    public static func describe(in registry: inout SchemaRegistry) -> JSONSchema {
        JSONSchema([:])
    }
}

extension JSONReader {
    /// Reads any value.
    ///
    /// Nesting takes stack, and is limited.
    mutating func readTree() throws(JSONError) -> JSON {
        skipSpace()
        guard position < end else { throw noValue() }
        switch bytes[position] {
        case UInt8(ascii: "{"): return try readTreeObject()
        case UInt8(ascii: "["): return try readTreeArray()
        case UInt8(ascii: "\""): return .string(try readString())
        case UInt8(ascii: "t"), UInt8(ascii: "f"): return .bool(try readBool())
        case UInt8(ascii: "n"):
            try passWord("null")
            return .null
        default:
            guard startsNumber else { throw noValue() }
            return try readTreeNumber()
        }
    }

    private mutating func readTreeArray() throws(JSONError) -> JSON {
        try open()
        var elements: [JSON] = []
        while try nextElement() { elements.append(try readTree()) }
        return .array(elements)
    }

    private mutating func readTreeObject() throws(JSONError) -> JSON {
        try open()
        var members = MemberCollector()
        while let key = try nextKey() {
            let name = text(of: key)
            let value = try readTree()
            guard members.add(name, value, keepsLast: keepsLastName) else {
                throw duplicate(key)
            }
        }
        return .object(JSON.Object(distinct: members.members))
    }

    /// `Int` or `Double` where they hold the number exactly, otherwise its digits.
    private mutating func readTreeNumber() throws(JSONError) -> JSON {
        let number = try passNumber()
        if number.isPlain, number.significand <= UInt64(Int.max) {
            if number.isNegative, number.significand == 0 { return .number(-0.0) }
            return .integer(Int(number.significand) * (number.isNegative ? -1 : 1))
        }
        // Fifteen digits survive the way to a double and back, whichever they are.
        if !number.isInteger, number.isExact, number.significand < 1_000_000_000_000_000,
            -300...280 ~= number.exponent
        {
            return .number(double(number))
        }
        let text = text(from: number.start)
        if number.isInteger {
            return Int(text).map(JSON.integer) ?? .literal(JSON.Literal(checked: text))
        }
        let value = double(number)
        let isSame = value.isFinite && DecimalDigits(value.description) == DecimalDigits(text)
        return isSame ? .number(value) : .literal(JSON.Literal(checked: text))
    }
}

/// The members of an object while it is read.
///
/// Many names are looked up in a set, because one by one takes a time that grows with their square.
private struct MemberCollector {
    private(set) var members: [JSON.Object.Member] = []
    private var indices: [ExactName: Int] = [:]

    /// Adds a member; `false` when the name was there, and the last value is not to be kept.
    mutating func add(_ name: String, _ value: JSON, keepsLast: Bool) -> Bool {
        if let index = index(of: name) {
            guard keepsLast else { return false }
            members[index].value = value
            return true
        }
        members.append(.init(name: name, value: value))
        if members.count == 16 {
            for (index, member) in members.enumerated() {
                indices[ExactName(name: member.name)] = index
            }
        } else if members.count > 16 {
            indices[ExactName(name: name)] = members.count - 1
        }
        return true
    }

    private func index(of name: String) -> Int? {
        members.count < 16
            ? members.firstIndex { $0.name.utf8.elementsEqual(name.utf8) }
            : indices[ExactName(name: name)]
    }
}

/// A name that equals others by its bytes; `String` takes `é` in one code point and in two for the
/// same.
private struct ExactName: Hashable {
    let name: String

    static func == (left: Self, right: Self) -> Bool {
        left.name.utf8.elementsEqual(right.name.utf8)
    }

    func hash(into hasher: inout Hasher) {
        var name = name
        name.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}
