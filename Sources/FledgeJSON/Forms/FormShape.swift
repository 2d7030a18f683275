// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Synchronization

/// What a form must know of a type to shape its texts: less than a schema, and quicker to walk.
///
/// A graph, since types may hold themselves: nodes name each other by number.
package struct FormShape: Sendable {
    enum Kind: Sendable, Hashable {
        /// Text. Of a `plain` one, the empty text is a value.
        case text(isPlain: Bool, minimumLength: Int)
        /// A moment, which a form may also say by its day.
        case moment
        case whole
        case number
        case boolean
        case file
        /// Whatever the client makes of it.
        case any
        case list(of: Int)
        case object(Members)
    }

    struct Members: Sendable, Hashable {
        var known: [String: Int] = [:]
        var required: Set<String> = []
        /// The node of all other names, if the type takes them.
        var others: Int?
    }

    private(set) var nodes: [Kind] = []

    /// The node of the whole type.
    static let root = 0
    /// The node of what nothing is known about.
    static let unknown = 1

    /// The shape of a type, made when it is first asked for.
    package static func of<T: SchemaType>(_ type: T.Type) -> FormShape {
        let id = ObjectIdentifier(type)
        if let known = cache.withLock({ $0[id] }) { return known }
        // Made outside of the lock: describing a type may call anything.
        let shape = FormShape(SchemaRegistry.document(for: type))
        cache.withLock { $0[id] = shape }
        return shape
    }

    private static let cache = Mutex<[ObjectIdentifier: FormShape]>([:])

    /// Reads a schema that stands alone, with its definitions in `$defs`.
    init(_ document: JSONSchema) {
        var builder = FormShapeBuilder(document)
        nodes = builder.build(document)
    }

    /// Whether a part of that name is a file, and not a field.
    package func takesFile(_ name: String) -> Bool {
        guard var node = FormTree.path(name, in: self)?.last else { return false }
        while case .list(let element) = nodes[node] { node = element }
        return nodes[node] == .file
    }

    /// Whether the type has a place for that name.
    package func takes(_ name: String) -> Bool { FormTree.path(name, in: self) != nil }

    subscript(node: Int) -> Kind { nodes[node] }
}

/// Walks a schema, and each definition once.
private struct FormShapeBuilder {
    private var nodes: [FormShape.Kind] = [.any, .any]
    private let definitions: JSON.Object
    private var known: [String: Int] = [:]

    init(_ document: JSONSchema) {
        if case .object(let definitions)? = document.members["$defs"] {
            self.definitions = definitions
        } else {
            definitions = JSON.Object()
        }
    }

    mutating func build(_ document: JSONSchema) -> [FormShape.Kind] {
        nodes[FormShape.root] = kind(of: document.members)
        return nodes
    }

    private mutating func add(_ kind: FormShape.Kind) -> Int {
        nodes.append(kind)
        return nodes.count - 1
    }

    private mutating func node(for schema: JSON) -> Int {
        guard case .object(let members) = schema else { return FormShape.unknown }
        if case .string(let reference)? = members["$ref"] { return definition(reference) }
        // The node itself and no copy: the definition of a type that holds itself is not ready yet.
        let alternatives = members.alternatives
        return alternatives.count == 1 ? node(for: alternatives[0]) : add(kind(of: members))
    }

    private mutating func definition(_ reference: String) -> Int {
        let name = reference.split(separator: "/").last.map(String.init) ?? ""
        if let node = known[name] { return node }
        guard case .object(let members)? = definitions[name] else { return FormShape.unknown }
        // A place is taken first, for a type that comes back to itself.
        let node = add(.any)
        known[name] = node
        nodes[node] = kind(of: members)
        return node
    }

    private mutating func kind(of schema: JSON.Object) -> FormShape.Kind {
        if case .string(let reference)? = schema["$ref"] { return nodes[definition(reference)] }
        let alternatives = schema.alternatives
        if !alternatives.isEmpty {
            let kinds = alternatives.map { nodes[node(for: $0)] }
            return kinds.dropFirst().reduce(kinds[0]) { merge($0, $1) }
        }
        switch schema.typeName {
        case "string": return text(schema)
        case "integer": return .whole
        case "number": return .number
        case "boolean": return .boolean
        case "array": return .list(of: schema["items"].map { node(for: $0) } ?? FormShape.unknown)
        case "object": return .object(members(of: schema))
        default: return .any
        }
    }

    private func text(_ schema: JSON.Object) -> FormShape.Kind {
        if schema["format"] == "binary" { return .file }
        if schema["format"] == "date-time" { return .moment }
        var isPlain = schema["format"] == nil && schema["contentEncoding"] == nil
        if case .array(let cases)? = schema["enum"], !cases.contains("") { isPlain = false }
        guard case .integer(let minimum)? = schema["minLength"] else {
            return .text(isPlain: isPlain, minimumLength: 0)
        }
        return .text(isPlain: isPlain, minimumLength: minimum)
    }

    private mutating func members(of schema: JSON.Object) -> FormShape.Members {
        var members = FormShape.Members()
        if case .object(let properties)? = schema["properties"] {
            for property in properties { members.known[property.name] = node(for: property.value) }
        }
        if case .array(let names)? = schema["required"] {
            for case .string(let name) in names { members.required.insert(name) }
        }
        if case .object? = schema["additionalProperties"] {
            members.others = schema["additionalProperties"].map { node(for: $0) }
        }
        return members
    }

    /// One kind for a value that may be either: an enum with payloads has the members of all cases.
    private mutating func merge(_ left: FormShape.Kind, _ right: FormShape.Kind) -> FormShape.Kind {
        guard left != right else { return left }
        guard case .object(let left) = left, case .object(var right) = right else { return .any }
        right.required.formIntersection(left.required)
        right.others = right.others ?? left.others
        for (name, node) in left.known {
            guard let other = right.known[name], other != node else {
                right.known[name] = node
                continue
            }
            right.known[name] = nodes[other] == nodes[node] ? node : FormShape.unknown
        }
        return .object(right)
    }
}

extension JSON.Object {
    /// The schemas of which a value fits one or all, without `null`.
    fileprivate var alternatives: [JSON] {
        for keyword in ["anyOf", "oneOf", "allOf"] {
            guard case .array(let schemas)? = self[keyword] else { continue }
            return schemas.filter { $0 != ["type": "null"] }
        }
        return []
    }

    /// The one type that it names, besides `null`; of an enum without, that of its first case.
    fileprivate var typeName: String? {
        switch self["type"] {
        case .string(let name): return name
        case .array(let names):
            let others = names.filter { $0 != "null" }
            guard others.count == 1, case .string(let name)? = others.first else { return nil }
            return name
        default: break
        }
        guard case .array(let cases)? = self["enum"] else {
            return self["const"].flatMap(\.schemaType)
        }
        return cases.first { $0 != .null }.flatMap(\.schemaType)
    }
}

extension JSON {
    fileprivate var schemaType: String? {
        switch self {
        case .string: "string"
        case .integer: "integer"
        case .number, .literal: "number"
        case .bool: "boolean"
        case .null, .array, .object: nil
        }
    }
}
