// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Builds the schema of an object from its members.
///
/// `@Schema` writes the calls. Which members are required follows from the types and from what the
/// schema is for: a client may leave out what has a default, and always gets it.
public struct ObjectSchema {
    private var properties: JSON.Object = [:]
    private var required: [JSON] = []
    private var isClosed = false

    /// An object without members.
    public init() {}

    /// Adds a member.
    ///
    /// - Parameters:
    ///   - name: Its name in JSON.
    ///   - type: What its value is.
    ///   - rules: What the value must keep.
    ///   - description: What it is for.
    ///   - example: A value as an example.
    ///   - hasDefault: Whether something stands for it when a client leaves it out.
    ///   - value: What stands for it, if that is always the same.
    ///   - registry: Takes the definitions of the types in it.
    public mutating func add<Value: SchemaType>(
        _ name: String, _ type: Value.Type, _ rules: Value.Rule...,
        description: String? = nil, example: JSON? = nil, hasDefault: Bool = false,
        default value: Value? = nil, in registry: inout SchemaRegistry
    ) {
        var schema = Self.schema(of: type, in: &registry)
        for rule in rules { Value.describe(rule, in: &schema) }
        if let value, !value.isAbsent, registry.mode == .input {
            schema.members["default"] = JSON(written: value)
        }
        schema.annotate(description: description, example: example)
        properties[name] = schema.json
        let mayBeAbsent = Value.valueWhenAbsent != nil
        if !mayBeAbsent, !hasDefault || registry.mode == .output { required.append(.string(name)) }
    }

    /// Adds a member that is written, and not read: only an answer has it.
    ///
    /// - Parameters:
    ///   - name: Its name in JSON.
    ///   - type: What its value is.
    ///   - value: Its value, if that is always the same.
    ///   - description: What it is for.
    ///   - registry: Takes the definitions of the types in it.
    public mutating func add<Value: SchemaType>(
        _ name: String, _ type: Value.Type, constant value: Value?, description: String? = nil,
        in registry: inout SchemaRegistry
    ) {
        guard registry.mode == .output else { return }
        if let value { return addTag(name, JSON(written: value), description: description) }
        add(name, type, description: description, in: &registry)
    }

    /// Adds all members of another object.
    ///
    /// - Parameters:
    ///   - type: Whose members.
    ///   - registry: Takes the definitions of the types in it.
    public mutating func add<Object: SchemaObject>(
        membersOf type: Object.Type, in registry: inout SchemaRegistry
    ) {
        Object.describeMembers(of: &self, in: &registry)
    }

    /// Adds the member that tells the cases of an enum apart.
    ///
    /// - Parameters:
    ///   - name: Its name in JSON.
    ///   - value: What it is for this case.
    ///   - description: What the case means.
    public mutating func addTag(_ name: String, _ value: JSON, description: String? = nil) {
        var schema = JSONSchema(["const": value])
        schema.annotate(description: description, example: nil)
        properties[name] = schema.json
        required.append(.string(name))
    }

    /// Refuses members that were not added.
    public mutating func refuseOthers() { isClosed = true }

    /// The schema.
    public var schema: JSONSchema {
        var members: JSON.Object = ["type": "object", "properties": .object(properties)]
        if !required.isEmpty { members["required"] = .array(required) }
        if isClosed { members["additionalProperties"] = false }
        return JSONSchema(members)
    }

    /// An answer leaves out what is `nil`, and so its schema need not allow `null`.
    private static func schema<Value: SchemaType>(
        of type: Value.Type, in registry: inout SchemaRegistry
    ) -> JSONSchema {
        if registry.mode == .output, let optional = type as? any LeftOutWhenNil.Type {
            return optional.describeWrapped(in: &registry)
        }
        return Value.describe(in: &registry)
    }
}

/// An `Optional`, as a member of an object.
private protocol LeftOutWhenNil {
    static func describeWrapped(in registry: inout SchemaRegistry) -> JSONSchema
}

extension Optional: LeftOutWhenNil where Wrapped: SchemaType {
    fileprivate static func describeWrapped(in registry: inout SchemaRegistry) -> JSONSchema {
        Wrapped.describe(in: &registry)
    }
}
