// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Builds the schema of an enum: of one with raw values, or of one with payloads.
///
/// `@Schema` writes the calls.
public struct EnumSchema {
    /// The raw values.
    public private(set) var values: [JSON] = []
    private var notes: [String] = []

    /// An enum without cases.
    public init() {}

    /// Adds a case with a raw value.
    ///
    /// - Parameters:
    ///   - value: The case.
    ///   - description: What it means.
    public mutating func add<Value: SchemaType>(_ value: Value, description: String? = nil) {
        let json = JSON(written: value)
        values.append(json)
        guard let description else { return }
        notes.append("- `\(Self.name(json))`: \(description)")
    }

    /// The raw values with commas, for a message.
    public var names: String { values.map(Self.name).joined(separator: ", ") }

    private static func name(_ value: JSON) -> String {
        if case .string(let text) = value { text } else { value.text }
    }

    /// `enum` of the values, with what they mean as a list in the description.
    ///
    /// - Parameters:
    ///   - type: The type of the raw values.
    ///   - registry: Takes the definitions of that type.
    /// - Returns: The schema.
    public func schema<Raw: SchemaType>(
        _ type: Raw.Type, in registry: inout SchemaRegistry
    ) -> JSONSchema {
        let raw = Raw.describe(in: &registry)
        var schema = JSONSchema([:])
        schema.members["type"] = raw.members["type"]
        schema.members["enum"] = .array(values)
        if !notes.isEmpty {
            schema.members["description"] = .string(notes.joined(separator: "\n"))
        }
        return schema
    }
}

/// Builds the schema of an enum with payloads: one object for each case, told apart by one member.
///
/// `@Schema` writes the calls.
public struct UnionSchema {
    private let discriminator: String
    private var cases: [JSON] = []

    /// An enum without cases.
    ///
    /// - Parameter discriminator: The member that tells the cases apart.
    public init(discriminator: String) { self.discriminator = discriminator }

    /// Adds a case.
    ///
    /// - Parameters:
    ///   - tag: What the discriminator is.
    ///   - description: What the case means.
    ///   - members: Adds the members of the payload.
    public mutating func add(
        _ tag: String, description: String? = nil, _ members: (inout ObjectSchema) -> Void
    ) {
        var object = ObjectSchema()
        object.addTag(discriminator, .string(tag))
        members(&object)
        var schema = object.schema
        schema.annotate(description: description, example: nil)
        cases.append(schema.json)
    }

    /// `oneOf` the cases, with the name of the member as OpenAPI states it.
    public var schema: JSONSchema {
        JSONSchema([
            "type": "object",
            "oneOf": .array(cases),
            "discriminator": ["propertyName": .string(discriminator)],
        ])
    }
}
