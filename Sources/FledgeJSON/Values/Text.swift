// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension String: SchemaType {
    /// Reads a string.
    public init(json reader: inout JSONReader) throws(JSONError) {
        self = try reader.readString()
    }

    /// Writes a string.
    public func write(to writer: inout JSONWriter) { writer.string(self) }

    /// `string`.
    public static func describe(in registry: inout SchemaRegistry) -> JSONSchema {
        JSONSchema(["type": "string"])
    }
}

extension JSONReader {
    /// Reads a string and makes a value of it.
    ///
    /// - Parameters:
    ///   - code: The code of the violation when `make` gives `nil`.
    ///   - expected: What the text must be: "a UUID".
    ///   - make: Makes the value.
    /// - Returns: The value.
    /// - Throws: ``JSONError/invalid``, recorded.
    public mutating func readText<Value>(
        code: String, _ expected: String, _ make: (String) -> Value?
    ) throws(JSONError) -> Value {
        skipSpace()
        guard position < end, bytes[position] == UInt8(ascii: "\"") else {
            throw mismatch(expected)
        }
        let text = try readString()
        guard let value = make(text) else { throw refuse(code: code, "must be \(expected)") }
        return value
    }
}

extension UUID: SchemaType {
    /// Reads the 36 characters of RFC 9562, in either case.
    public init(json reader: inout JSONReader) throws(JSONError) {
        self = try reader.readText(code: "uuid", "a UUID") { UUID(uuidString: $0) }
    }

    /// Writes the 36 characters, in capitals.
    public func write(to writer: inout JSONWriter) {
        withUnsafeBytes(of: uuid) { writer.uuid($0) }
    }

    /// `string`, format `uuid`.
    public static func describe(in registry: inout SchemaRegistry) -> JSONSchema {
        JSONSchema(["type": "string", "format": "uuid"])
    }
}

extension URL: SchemaType {
    /// Reads an absolute URL.
    public init(json reader: inout JSONReader) throws(JSONError) {
        self = try reader.readText(code: "url", "an absolute URL") { text in
            guard let url = URL(string: text, encodingInvalidCharacters: false), url.scheme != nil
            else { return nil }
            return url
        }
    }

    /// Writes the URL.
    public func write(to writer: inout JSONWriter) { writer.string(absoluteString) }

    /// `string`, format `uri`.
    public static func describe(in registry: inout SchemaRegistry) -> JSONSchema {
        JSONSchema(["type": "string", "format": "uri"])
    }
}

extension Date: SchemaType {
    /// Reads a moment of RFC 3339; a leap second (`23:59:60Z`) is the second after it.
    public init(json reader: inout JSONReader) throws(JSONError) {
        self = try reader.readText(code: "date", "a date such as 2026-11-22T15:04:05Z") { text in
            RFC3339.seconds(text).map(Date.init(timeIntervalSince1970:))
        }
    }

    /// Writes `2026-11-22T15:04:05Z`, with milliseconds when there are some.
    ///
    /// A date before the year 0 or after 9999 fails the whole writing.
    public func write(to writer: inout JSONWriter) {
        guard let text = RFC3339.bytes(timeIntervalSince1970) else {
            return writer.fail("is a date before the year 0 or after 9999")
        }
        text.withUnsafeBytes { writer.text($0) }
    }

    /// `string`, format `date-time`.
    public static func describe(in registry: inout SchemaRegistry) -> JSONSchema {
        JSONSchema(["type": "string", "format": "date-time"])
    }
}

extension Decimal: SchemaType {
    /// Reads a number, or a string that holds one, without loss.
    ///
    /// Many clients send money as text, because their numbers are doubles.
    public init(json reader: inout JSONReader) throws(JSONError) {
        let text = reader.isString() ? try reader.readString() : try reader.readNumberText()
        guard let literal = JSON.Literal(text), let value = literal.decimal else {
            throw reader.refuse(code: "type", "must be a decimal number of at most 38 digits")
        }
        self = value
    }

    /// Writes a number with all its digits.
    public func write(to writer: inout JSONWriter) {
        guard !isNaN else { return writer.fail("is nan") }
        writer.ascii(description)
    }

    /// `number`, or a string that holds one.
    public static func describe(in registry: inout SchemaRegistry) -> JSONSchema {
        JSONSchema(["type": "number"])
    }
}

extension Data: SchemaType {
    /// Reads base64 (RFC 4648).
    public init(json reader: inout JSONReader) throws(JSONError) {
        self = try reader.readText(code: "base64", "base64 text") { Data(base64Encoded: $0) }
    }

    /// Writes base64.
    public func write(to writer: inout JSONWriter) { writer.string(base64EncodedString()) }

    /// `string`, in base64.
    public static func describe(in registry: inout SchemaRegistry) -> JSONSchema {
        JSONSchema(["type": "string", "contentEncoding": "base64"])
    }
}
