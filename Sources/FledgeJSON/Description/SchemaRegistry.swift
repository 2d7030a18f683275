// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// The definitions that the schemas of one document refer to.
///
/// A type that may stand in several places, or in itself, defines its schema here once and gives a
/// `$ref` to it everywhere:
///
///     static func describe(in registry: inout SchemaRegistry) -> JSONSchema {
///         registry.define(Self.self, description: "A place on the map.") { registry in
///             var object = ObjectSchema()
///             object.add("latitude", Double.self, .range(-90...90), in: &registry)
///             return object.schema
///         }
///     }
public struct SchemaRegistry {
    /// What a schema is for: what a client sends, or what it is answered.
    public enum Mode: Sendable {
        /// What a client sends: members with a default may be left out.
        case input
        /// What a client is answered: members with a default are always there.
        case output
    }

    /// What the schemas are for.
    public let mode: Mode
    /// What stands before the name in a reference: `#/$defs/`, `#/components/schemas/`.
    public let references: String
    /// The names of the types that are defined, or about to be.
    private var names: [ObjectIdentifier: String] = [:]
    private var schemas: [String: JSONSchema] = [:]
    /// The names in the order in which they were first met.
    private var order: [String] = []

    /// An empty registry.
    ///
    /// - Parameters:
    ///   - mode: What the schemas are for.
    ///   - references: What stands before the name in a reference; OpenAPI wants
    ///     `#/components/schemas/`.
    public init(mode: Mode, references: String = "#/$defs/") {
        self.mode = mode
        self.references = references
    }

    /// The definitions, in the order in which they were first met.
    public var definitions: [(name: String, schema: JSONSchema)] {
        order.compactMap { name in schemas[name].map { (name, $0) } }
    }

    /// The definition with this name.
    public func definition(_ name: String) -> JSONSchema? { schemas[name] }

    /// Defines the schema of a type, unless it is defined, and refers to it.
    ///
    /// Two types with one name are told apart: the second gets the name of its module before its own.
    ///
    /// - Parameters:
    ///   - type: Whose schema it is; it names the definition: `Page<User>` is `PageOfUser`.
    ///   - name: Another name: letters, digits, `.`, `-` and `_`.
    ///   - description: What the type is for.
    ///   - body: Makes the schema. It may meet the type again, which then refers to this definition.
    /// - Returns: `{"$ref": "#/$defs/PageOfUser"}`
    public mutating func define<T>(
        _ type: T.Type, name: String? = nil, description: String? = nil,
        _ body: (inout SchemaRegistry) -> JSONSchema
    ) -> JSONSchema {
        let id = ObjectIdentifier(type)
        if let known = names[id] { return reference(known) }
        let name = freeName(for: TypeName(type), wish: name)
        names[id] = name
        order.append(name)
        schemas[name] = JSONSchema([:])  // Taken from now on.
        var schema = body(&self)
        if let description { schema.describeFirst(description) }
        schemas[name] = schema
        return reference(name)
    }

    private func reference(_ name: String) -> JSONSchema {
        JSONSchema(["$ref": .string(references + name)])
    }

    private func freeName(for type: TypeName, wish: String?) -> String {
        let candidates = [wish ?? type.short, type.qualified]
        if let free = candidates.first(where: { schemas[$0] == nil }) { return free }
        var number = 2
        while schemas["\(candidates[0])\(number)"] != nil { number += 1 }
        return "\(candidates[0])\(number)"
    }
}

extension SchemaRegistry {
    /// A document of its own: the schema of a type with all definitions that it refers to.
    ///
    /// - Parameters:
    ///   - type: What the document describes.
    ///   - mode: Whether for clients that send it or that get it.
    /// - Returns: The document.
    public static func document<T: SchemaType>(
        for type: T.Type, mode: Mode = .input
    ) -> JSONSchema {
        var registry = SchemaRegistry(mode: mode)
        let schema = T.describe(in: &registry)
        var document: JSON.Object = ["$schema": "https://json-schema.org/draft/2020-12/schema"]
        for member in schema.members { document[member.name] = member.value }
        guard !registry.order.isEmpty else { return JSONSchema(document) }
        var definitions: JSON.Object = [:]
        for (name, schema) in registry.definitions { definitions[name] = schema.json }
        document["$defs"] = .object(definitions)
        return JSONSchema(document)
    }
}

extension JSONSchema {
    /// Puts the description behind `type`, where a reader looks for it, and before everything else.
    fileprivate mutating func describeFirst(_ text: String) {
        var sorted: JSON.Object = [:]
        if let type = members["type"] { sorted["type"] = type }
        sorted["description"] = .string(text)
        if case .string(let more)? = members["description"] {
            sorted["description"] = .string("\(text)\n\n\(more)")
        }
        for member in members where member.name != "description" {
            sorted[member.name] = member.value
        }
        members = sorted
    }
}
