// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import FledgeHTTP
import FledgeSchema
import NIOCore

/// Writes what an operation takes as its body.
struct BodyBuilder {
    let type: any Any.Type
    let place: String

    /// How a body is read.
    enum Form {
        case text
        case bytes
        /// JSON, or a form; with all the ways in which they can be wrong.
        case value(any Any.Type)
    }

    var isOptional: Bool { TypeShape.wrapped(by: type) != nil }

    var form: Form {
        let type = TypeShape.wrapped(by: self.type) ?? self.type
        if type == String.self { return .text }
        let isBytes = type == [UInt8].self || type == ByteBuffer.self || type == Body.self
        return isBytes ? .bytes : .value(type)
    }

    func build(_ book: inout SchemaBook) -> JSON {
        var content: JSON.Object = [:]
        switch form {
        case .text: content["text/plain"] = ["schema": ["type": "string"]]
        case .bytes: content["application/octet-stream"] = ["schema": Self.bytes]
        case .value(let type):
            let schema = book.schema(of: type, .input, at: place)
            content["application/json"] = ["schema": schema]
            if isFlat(schema, book) {
                content["application/x-www-form-urlencoded"] = ["schema": schema]
            }
        }
        return isOptional
            ? ["content": .object(content)] : ["required": true, "content": .object(content)]
    }

    static let bytes: JSON = ["type": "string", "format": "binary"]

    /// Whether a form can carry the value without rules of its own.
    ///
    /// Its fields are then scalars or lists of them, and never null. Other values are read from forms, too, but clients had better send JSON.
    private func isFlat(_ schema: JSON, _ book: SchemaBook) -> Bool {
        let object = book.resolved(schema, .input)
        guard let properties = object["properties"] else { return false }
        return properties.members.allSatisfy { _, property in
            let property = book.resolved(property, .input)
            guard property["type"] == "array" else { return Self.isScalar(property) }
            return property["items"].map { Self.isScalar(book.resolved($0, .input)) } ?? false
        }
    }

    private static func isScalar(_ schema: JSON) -> Bool {
        ["string", "integer", "number", "boolean"].contains(schema["type"]?.text)
    }
}
