// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import FledgeJSON

/// Finds the schema of a type that is known only at run time.
struct TypeDescriber {
    var registry: SchemaRegistry
    /// The names of types that say nothing of themselves.
    private(set) var unknown: [String] = []

    init(registry: SchemaRegistry) {
        self.registry = registry
    }

    mutating func describe(_ type: any Any.Type) -> JSON {
        if type == JSON.self { return ["description": "Any JSON value."] }
        if let type = type as? any SchemaType.Type {
            return .object(type.describe(in: &registry).members)
        }
        if let wrapped = TypeShape.wrapped(by: type) {
            return ["anyOf": [describe(wrapped), ["type": "null"]]]
        }
        if let element = TypeShape.element(of: type) {
            return ["type": "array", "items": describe(element)]
        }
        if let type = type as? any RawRepresentable.Type { return describe(raw: type) }
        if let type = type as? any ParameterValue.Type {
            return ["type": "string", "description": .string(type.parameterDescription)]
        }
        unknown.append(TypeShape.name(of: type))
        return ["title": .string(TypeShape.name(of: type))]
    }

    /// An enum or an id over a scalar.
    private mutating func describe<Value: RawRepresentable>(raw type: Value.Type) -> JSON {
        guard case .object(var schema) = describe(Value.RawValue.self) else { return [:] }
        if let cases = type as? any CaseIterable.Type {
            schema["enum"] = .array(Self.rawValues(of: cases))
        }
        return .object(schema)
    }

    private static func rawValues<Value: CaseIterable>(of _: Value.Type) -> [JSON] {
        Value.allCases.compactMap { value in
            (value as? any RawRepresentable).flatMap { json(of: $0.rawValue) }
        }
    }

    /// A default or a raw value as JSON.
    ///
    /// - Returns: `nil` for what has no JSON form, and for `nil`.
    static func json(of value: Any) -> JSON? {
        if let value = value as? any SchemaType {
            let bytes = try? JSONWriter.encode(value)
            let json = bytes.flatMap { try? JSONReader.decode(JSON.self, from: $0) }
            return json == .null ? nil : json
        }
        if let value = value as? any RawRepresentable { return json(of: value.rawValue) }
        if let list = value as? [Any] { return .array(list.compactMap { json(of: $0) }) }
        return nil
    }
}
