// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

extension SchemaType where Self: FixedWidthInteger {
    /// Reads a whole number that fits; `1.0` is one.
    @inlinable public init(json reader: inout JSONReader) throws(JSONError) {
        self = try reader.readInteger(Self.self)
    }

    /// Writes the number.
    @inlinable public func write(to writer: inout JSONWriter) { writer.integer(self) }

    /// `integer`, with the bounds of the type when they are narrower than 64 bits.
    public static func describe(in registry: inout SchemaRegistry) -> JSONSchema {
        var members: JSON.Object = ["type": "integer"]
        if bitWidth < 64 || !isSigned {
            members["minimum"] = .integer(Int(min))
            members["maximum"] =
                Int(exactly: max).map(JSON.integer) ?? .literal(.init(UInt64(max)))
        } else {
            members["format"] = "int64"
        }
        return JSONSchema(members)
    }
}

extension Int: SchemaType {}
extension Int8: SchemaType {}
extension Int16: SchemaType {}
extension Int32: SchemaType {}
extension Int64: SchemaType {}
extension UInt: SchemaType {}
extension UInt8: SchemaType {}
extension UInt16: SchemaType {}
extension UInt32: SchemaType {}
extension UInt64: SchemaType {}

extension Double: SchemaType {
    /// Reads a number as the nearest double.
    public init(json reader: inout JSONReader) throws(JSONError) {
        self = try reader.readDouble()
    }

    /// Writes the shortest digits that read as the same double.
    public func write(to writer: inout JSONWriter) { writer.double(self) }

    /// `number`.
    public static func describe(in registry: inout SchemaRegistry) -> JSONSchema {
        JSONSchema(["type": "number", "format": "double"])
    }
}

extension Float: SchemaType {
    /// Reads a number as the nearest float.
    public init(json reader: inout JSONReader) throws(JSONError) {
        self = try reader.readFloat()
    }

    /// Writes the shortest digits that read as the same float.
    public func write(to writer: inout JSONWriter) { writer.float(self) }

    /// `number`.
    public static func describe(in registry: inout SchemaRegistry) -> JSONSchema {
        JSONSchema(["type": "number", "format": "float"])
    }
}

extension Bool: SchemaType {
    /// Reads `true` or `false`.
    public init(json reader: inout JSONReader) throws(JSONError) {
        self = try reader.readBool()
    }

    /// Writes `true` or `false`.
    public func write(to writer: inout JSONWriter) { writer.bool(self) }

    /// `boolean`.
    public static func describe(in registry: inout SchemaRegistry) -> JSONSchema {
        JSONSchema(["type": "boolean"])
    }
}

extension Never: SchemaType {
    /// There is no value.
    public init(json reader: inout JSONReader) throws(JSONError) {
        throw reader.mismatch("left out: no value is right here")
    }

    /// There is none to write.
    public func write(to writer: inout JSONWriter) {}

    /// The schema that nothing fits.
    public static func describe(in registry: inout SchemaRegistry) -> JSONSchema {
        JSONSchema(["not": [:]])
    }
}
