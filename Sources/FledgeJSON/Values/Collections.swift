// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

extension Array: SchemaType where Element: SchemaType {
    /// Reads an array; every element that does not fit is recorded.
    @inlinable public init(json reader: inout JSONReader) throws(JSONError) {
        var elements: [Element] = []
        try reader.eachElement(Element.self) { element in
            // A short list then takes one allocation, not three.
            if elements.isEmpty { elements.reserveCapacity(4) }
            elements.append(element)
        }
        self = elements
    }

    /// Writes an array.
    @inlinable public func write(to writer: inout JSONWriter) {
        writer.beginArray()
        for element in self { writer.element(element) }
        writer.endArray()
    }

    /// `array` of the element's schema.
    public static func describe(in registry: inout SchemaRegistry) -> JSONSchema {
        let items = Element.describe(in: &registry)
        return JSONSchema(["type": "array", "items": .object(items.members)])
    }
}

extension Set: SchemaType where Element: SchemaType {
    /// Reads an array whose elements all differ.
    @inlinable public init(json reader: inout JSONReader) throws(JSONError) {
        var elements: Set<Element> = []
        var isDistinct = true
        try reader.eachElement(Element.self) {
            if !elements.insert($0).inserted { isDistinct = false }
        }
        guard isDistinct else { throw reader.refuse(code: "unique", "must not repeat an element") }
        self = elements
    }

    /// Writes an array, in no order.
    @inlinable public func write(to writer: inout JSONWriter) {
        writer.beginArray()
        for element in self { writer.element(element) }
        writer.endArray()
    }

    /// `array` whose elements differ.
    public static func describe(in registry: inout SchemaRegistry) -> JSONSchema {
        let items = Element.describe(in: &registry)
        return JSONSchema([
            "type": "array", "items": .object(items.members), "uniqueItems": true,
        ])
    }
}

extension Dictionary: SchemaType where Key == String, Value: SchemaType {
    /// Reads an object of any names, none twice.
    @inlinable public init(json reader: inout JSONReader) throws(JSONError) {
        var values: [String: Value] = [:]
        // Those whose value does not fit.
        var others: Set<String> = []
        let mark = reader.violationCount
        try reader.beginObject()
        while let key = try reader.nextKey() {
            let name = reader.text(of: key)
            let value = try reader.member(named: name, Value.self)
            let isNew =
                if let value {
                    values.updateValue(value, forKey: name) == nil && !others.contains(name)
                } else {
                    values[name] == nil && others.insert(name).inserted
                }
            guard isNew else { throw reader.duplicate(key) }
        }
        guard reader.violationCount == mark else { throw .invalid }
        self = values
    }

    /// Writes an object, names sorted, so that equal values give equal bytes.
    @inlinable public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        for (name, value) in sorted(by: { $0.key < $1.key }) { writer.member(named: name, value) }
        writer.endObject()
    }

    /// `object` of any names.
    public static func describe(in registry: inout SchemaRegistry) -> JSONSchema {
        let values = Value.describe(in: &registry)
        return JSONSchema(["type": "object", "additionalProperties": .object(values.members)])
    }
}

extension JSONReader {
    /// Reads an array and gives its elements to `take`.
    ///
    /// - Throws: ``JSONError/invalid`` when here is no array, or an element did not fit.
    @inlinable public mutating func eachElement<Element: SchemaType>(
        _ type: Element.Type, _ take: (Element) -> Void
    ) throws(JSONError) {
        let mark = violationCount
        try beginArray()
        var index = 0
        while try nextElement() {
            if let element = try element(index, type) { take(element) }
            index += 1
        }
        guard violationCount == mark else { throw .invalid }
    }
}
