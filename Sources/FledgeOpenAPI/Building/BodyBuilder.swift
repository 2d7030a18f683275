// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import FledgeHTTP
import FledgeJSON
import NIOCore

/// Writes what an operation takes as its body.
struct BodyBuilder {
    let type: any Any.Type
    let place: String

    /// How a body is read.
    enum Form {
        case text
        case bytes
        /// The parts of a form, which the handler reads.
        case parts
        /// JSON, or a form; with all the ways in which they can be wrong.
        case value(any Any.Type)
    }

    var isOptional: Bool { TypeShape.wrapped(by: type) != nil }

    var form: Form {
        let type = TypeShape.wrapped(by: self.type) ?? self.type
        if type == String.self { return .text }
        if type == Multipart.self { return .parts }
        let isBytes = type == [UInt8].self || type == ByteBuffer.self || type == Body.self
        return isBytes ? .bytes : .value(type)
    }

    func build(_ book: inout SchemaBook) -> JSON {
        var content: JSON.Object = [:]
        for (mediaType, schema) in contents(&book) { content[mediaType] = ["schema": schema] }
        return isOptional
            ? ["content": .object(content)] : ["required": true, "content": .object(content)]
    }

    private func contents(_ book: inout SchemaBook) -> [(mediaType: String, schema: JSON)] {
        switch form {
        case .text: return [("text/plain", ["type": "string"])]
        case .bytes: return [("application/octet-stream", Self.bytes)]
        case .parts: return [(Self.multipart, ["type": "object"])]
        case .value(let type):
            let schema = book.schema(of: type, .input, at: place)
            let shape = FormShape(book.resolved(schema, .input), book)
            let form = DayForm(book: book).added(to: schema)
            if shape.hasFiles { return [(Self.multipart, form)] }
            // Who says `null` says that there is none.
            let either: JSON = isOptional ? ["anyOf": [schema, ["type": "null"]]] : schema
            let json = (mediaType: "application/json", schema: either)
            return shape.isFlat ? [json, (Self.urlEncoded, form)] : [json]
        }
    }

    static let bytes: JSON = ["type": "string", "format": "binary"]
    private static let multipart = "multipart/form-data"
    private static let urlEncoded = "application/x-www-form-urlencoded"
}

/// What a form can carry of an object.
private struct FormShape {
    /// Whether there are files among its members, which JSON cannot carry.
    private(set) var hasFiles = false
    /// Whether a form can carry it without rules of its own.
    ///
    /// Its fields are then scalars or lists of them, never null, and no list must be there: an empty
    /// one is no field at all. Other values are read from forms, too, but clients had better send JSON.
    private(set) var isFlat = false

    init(_ object: JSON, _ book: SchemaBook) {
        guard let properties = object["properties"]?.members else { return }
        let required = object["required"]?.elements ?? []
        isFlat = true
        for (name, property) in properties {
            let property = book.resolved(property, .input)
            let isList = property["type"] == "array"
            let value = isList ? book.resolved(property["items"] ?? [:], .input) : property
            if Self.isFile(value) { hasFiles = true }
            if !Self.isScalar(value) || (isList && required.contains(.string(name))) {
                isFlat = false
            }
        }
    }

    private static func isFile(_ schema: JSON) -> Bool { schema["format"] == "binary" }

    private static func isScalar(_ schema: JSON) -> Bool {
        ["string", "integer", "number", "boolean"].contains(schema["type"]?.text)
    }
}
