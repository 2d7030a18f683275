// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

// An enum over a raw value has two ways to be `Codable`: the standard library's and ours. Both are
// as close, so Swift would choose a third, which writes objects. These are closer than either.

extension SchemaType where Self: RawRepresentable, RawValue == String {
    /// Reads the raw value from any decoder.
    public init(from decoder: any Decoder) throws { self = try RawCoding.read(decoder) }
    /// Writes the raw value to any encoder.
    public func encode(to encoder: any Encoder) throws { try RawCoding.write(rawValue, encoder) }
}

extension SchemaType where Self: RawRepresentable, RawValue == Bool {
    /// Reads the raw value from any decoder.
    public init(from decoder: any Decoder) throws { self = try RawCoding.read(decoder) }
    /// Writes the raw value to any encoder.
    public func encode(to encoder: any Encoder) throws { try RawCoding.write(rawValue, encoder) }
}

extension SchemaType where Self: RawRepresentable, RawValue == Int {
    /// Reads the raw value from any decoder.
    public init(from decoder: any Decoder) throws { self = try RawCoding.read(decoder) }
    /// Writes the raw value to any encoder.
    public func encode(to encoder: any Encoder) throws { try RawCoding.write(rawValue, encoder) }
}

extension SchemaType where Self: RawRepresentable, RawValue == Int8 {
    /// Reads the raw value from any decoder.
    public init(from decoder: any Decoder) throws { self = try RawCoding.read(decoder) }
    /// Writes the raw value to any encoder.
    public func encode(to encoder: any Encoder) throws { try RawCoding.write(rawValue, encoder) }
}

extension SchemaType where Self: RawRepresentable, RawValue == Int16 {
    /// Reads the raw value from any decoder.
    public init(from decoder: any Decoder) throws { self = try RawCoding.read(decoder) }
    /// Writes the raw value to any encoder.
    public func encode(to encoder: any Encoder) throws { try RawCoding.write(rawValue, encoder) }
}

extension SchemaType where Self: RawRepresentable, RawValue == Int32 {
    /// Reads the raw value from any decoder.
    public init(from decoder: any Decoder) throws { self = try RawCoding.read(decoder) }
    /// Writes the raw value to any encoder.
    public func encode(to encoder: any Encoder) throws { try RawCoding.write(rawValue, encoder) }
}

extension SchemaType where Self: RawRepresentable, RawValue == Int64 {
    /// Reads the raw value from any decoder.
    public init(from decoder: any Decoder) throws { self = try RawCoding.read(decoder) }
    /// Writes the raw value to any encoder.
    public func encode(to encoder: any Encoder) throws { try RawCoding.write(rawValue, encoder) }
}

extension SchemaType where Self: RawRepresentable, RawValue == UInt {
    /// Reads the raw value from any decoder.
    public init(from decoder: any Decoder) throws { self = try RawCoding.read(decoder) }
    /// Writes the raw value to any encoder.
    public func encode(to encoder: any Encoder) throws { try RawCoding.write(rawValue, encoder) }
}

extension SchemaType where Self: RawRepresentable, RawValue == UInt8 {
    /// Reads the raw value from any decoder.
    public init(from decoder: any Decoder) throws { self = try RawCoding.read(decoder) }
    /// Writes the raw value to any encoder.
    public func encode(to encoder: any Encoder) throws { try RawCoding.write(rawValue, encoder) }
}

extension SchemaType where Self: RawRepresentable, RawValue == UInt16 {
    /// Reads the raw value from any decoder.
    public init(from decoder: any Decoder) throws { self = try RawCoding.read(decoder) }
    /// Writes the raw value to any encoder.
    public func encode(to encoder: any Encoder) throws { try RawCoding.write(rawValue, encoder) }
}

extension SchemaType where Self: RawRepresentable, RawValue == UInt32 {
    /// Reads the raw value from any decoder.
    public init(from decoder: any Decoder) throws { self = try RawCoding.read(decoder) }
    /// Writes the raw value to any encoder.
    public func encode(to encoder: any Encoder) throws { try RawCoding.write(rawValue, encoder) }
}

extension SchemaType where Self: RawRepresentable, RawValue == UInt64 {
    /// Reads the raw value from any decoder.
    public init(from decoder: any Decoder) throws { self = try RawCoding.read(decoder) }
    /// Writes the raw value to any encoder.
    public func encode(to encoder: any Encoder) throws { try RawCoding.write(rawValue, encoder) }
}

extension SchemaType where Self: RawRepresentable, RawValue == Float {
    /// Reads the raw value from any decoder.
    public init(from decoder: any Decoder) throws { self = try RawCoding.read(decoder) }
    /// Writes the raw value to any encoder.
    public func encode(to encoder: any Encoder) throws { try RawCoding.write(rawValue, encoder) }
}

extension SchemaType where Self: RawRepresentable, RawValue == Double {
    /// Reads the raw value from any decoder.
    public init(from decoder: any Decoder) throws { self = try RawCoding.read(decoder) }
    /// Writes the raw value to any encoder.
    public func encode(to encoder: any Encoder) throws { try RawCoding.write(rawValue, encoder) }
}

private enum RawCoding {
    static func read<Value: RawRepresentable>(_ decoder: any Decoder) throws -> Value
    where Value.RawValue: SchemaType {
        let container = try decoder.singleValueContainer()
        if let value = Value(rawValue: try container.decode(Value.RawValue.self)) { return value }
        throw DecodingError.dataCorrupted(
            .init(
                codingPath: decoder.codingPath,
                debugDescription: "It \(RawValues.expected(Value.self))."))
    }

    static func write(_ value: some Encodable, _ encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(value)
    }
}
