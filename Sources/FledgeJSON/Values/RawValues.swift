// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

extension SchemaType where Self: RawRepresentable, RawValue: SchemaType {
    /// Reads the raw value.
    @inlinable public init(json reader: inout JSONReader) throws(JSONError) {
        let raw = try RawValue(json: &reader)
        guard let value = Self(rawValue: raw) else {
            throw reader.refuse(
                code: "enum", RawValues.expected(Self.self), params: RawValues.params(Self.self))
        }
        self = value
    }

    /// Writes the raw value.
    @inlinable public func write(to writer: inout JSONWriter) { rawValue.write(to: &writer) }

    /// The raw value's schema; with the cases of an enum that lists them.
    public static func describe(in registry: inout SchemaRegistry) -> JSONSchema {
        var schema = RawValue.describe(in: &registry)
        if let cases = RawValues.all(of: Self.self) { schema.members["enum"] = .array(cases) }
        return schema
    }
}

/// The raw values of types that list them.
@usableFromInline enum RawValues {
    /// The raw values of all cases, if the type lists them.
    static func all<Value: RawRepresentable>(of type: Value.Type) -> [JSON]?
    where Value.RawValue: SchemaType {
        guard let cases = type as? any CaseIterable.Type else { return nil }
        return values(cases)
    }

    private static func values<Value: CaseIterable>(_ type: Value.Type) -> [JSON] {
        type.allCases.compactMap { each in
            guard let value = each as? any SchemaType else { return nil }
            return JSON(written: value)
        }
    }

    @usableFromInline static func params<Value: RawRepresentable>(
        _ type: Value.Type
    ) -> JSON.Object where Value.RawValue: SchemaType {
        all(of: type).map { ["values": .array($0)] } ?? [:]
    }

    @usableFromInline static func expected<Value: RawRepresentable>(
        _ type: Value.Type
    ) -> String where Value.RawValue: SchemaType {
        guard let cases = all(of: type) else {
            return "must be one of the values that are known here"
        }
        let words = cases.map { each in
            if case .string(let text) = each { text } else { "\(each.text)" }
        }
        return "must be one of " + words.joined(separator: ", ")
    }
}

extension JSON {
    /// What `value` is written as.
    public init(written value: some SchemaType) {
        let bytes = try? JSONWriter.encode(value)
        let json = bytes.flatMap { try? JSONReader.decode(JSON.self, from: $0) }
        self = json ?? .null
    }

    /// The value as compact text, members in their order.
    public var text: String {
        let bytes = try? JSONWriter.encode(self)
        return String(decoding: bytes ?? [], as: UTF8.self)
    }
}
