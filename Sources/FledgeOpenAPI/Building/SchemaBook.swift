// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import FledgeJSON

/// The schemas of a document, once for what clients send and once for what they get.
///
/// The two differ where a member has a default, which may be left out of a request and never is of an
/// answer. A type has one component where both are the same, and else a second one for requests
/// (`UserInput`).
///
/// All types are asked twice: first to collect the definitions, then, once it is known which of them
/// differ, for the schemas with the right names in them.
struct SchemaBook {
    private var input = SchemaRegistry(mode: .input)
    private var output = SchemaRegistry(mode: .output)
    /// The components that requests have a form of their own of; `nil` while collecting.
    private var twofold: Set<String>?
    private(set) var gaps: [String] = []

    /// Ends the collecting.
    mutating func settle() {
        twofold = differing()
        gaps = []
    }

    /// The schema of a type, for the document.
    ///
    /// - Parameters:
    ///   - type: The type.
    ///   - mode: Whether it is sent or answered.
    ///   - place: Where the type stands, for the list of gaps.
    /// - Returns: A schema in place, or a reference to a component.
    mutating func schema(
        of type: any Any.Type, _ mode: SchemaRegistry.Mode, at place: String
    ) -> JSON {
        var describer = TypeDescriber(registry: take(mode))
        let schema = describer.describe(type)
        switch mode {
        case .input: input = describer.registry
        case .output: output = describer.registry
        }
        for name in describer.unknown {
            let gap =
                "\(place): \(name) does not describe itself, so the document says nothing of its content. "
                + "Mark it with @Schema."
            if !gaps.contains(gap) { gaps.append(gap) }
        }
        return rewrite(schema, mode)
    }

    /// Hands a registry out, so that adding to it copies nothing.
    private mutating func take(_ mode: SchemaRegistry.Mode) -> SchemaRegistry {
        var taken = SchemaRegistry(mode: mode)
        switch mode {
        case .input: swap(&taken, &input)
        case .output: swap(&taken, &output)
        }
        return taken
    }

    /// A schema that is the same for requests and answers, and has no type that describes itself.
    mutating func define<T>(
        _ type: T.Type, name: String, _ schema: (inout SchemaRegistry) -> JSONSchema
    ) -> JSON {
        let reference = output.define(type, name: name, description: nil, schema)
        return rewrite(.object(reference.members), .output)
    }

    /// The components that `document` refers to, by name.
    ///
    /// A type that only the whole query is read as has been taken apart, and is none.
    func components(for document: JSON) -> JSON.Object {
        let all = self.all()
        var found: Set<String> = []
        var open = references(in: document)
        while let name = open.popFirst() {
            guard found.insert(name).inserted, let schema = all[name] else { continue }
            open.formUnion(references(in: schema).subtracting(found))
        }
        return found.sorted().reduce(into: JSON.Object()) { $0[$1] = all[$1] }
    }

    /// All components, by the names that they have in the document.
    private func all() -> [String: JSON] {
        var all: [String: JSON] = [:]
        for (name, schema) in input.definitions {
            all[self.name(of: name, .input)] = rewrite(schema.json, .input)
        }
        for (name, schema) in output.definitions { all[name] = rewrite(schema.json, .output) }
        return all
    }

    private func references(in json: JSON) -> Set<String> {
        Self.references(in: json, behind: Self.components)
    }

    /// What a reference of the document leads to, for who looks into it.
    func resolved(_ schema: JSON, _ mode: SchemaRegistry.Mode) -> JSON {
        guard let name = schema["$ref"]?.text?.split(separator: "/").last else { return schema }
        let registry = mode == .input ? input : output
        let definition = registry.definitions.first { self.name(of: $0.name, mode) == name }
        return definition.map { rewrite($0.schema.json, mode) } ?? schema
    }

    // MARK: Names

    private func name(of definition: String, _ mode: SchemaRegistry.Mode) -> String {
        guard mode == .input, twofold?.contains(definition) == true else { return definition }
        var name = definition + "Input"
        while output.definition(name) != nil { name += "_" }
        return name
    }

    /// The definitions whose two forms differ, or that refer to one of those.
    private func differing() -> Set<String> {
        let shared = input.definitions.filter { output.definition($0.name) != nil }
        let different = shared.filter { output.definition($0.name) != $0.schema }
        var found = Set(different.map(\.name))
        var isGrowing = true
        while isGrowing {
            let more = shared.filter { name, schema in
                !found.contains(name)
                    && !Self.references(in: schema.json, behind: Self.definitions)
                        .isDisjoint(with: found)
            }
            found.formUnion(more.map(\.name))
            isGrowing = !more.isEmpty
        }
        return found
    }

    private static let definitions = "#/$defs/"
    private static let components = "#/components/schemas/"

    private static func references(in json: JSON, behind prefix: String) -> Set<String> {
        if let reference = json.text {
            return reference.hasPrefix(prefix) ? [String(reference.dropFirst(prefix.count))] : []
        }
        let parts = json.members.map(\.value) + json.elements
        return parts.reduce(into: []) { $0.formUnion(references(in: $1, behind: prefix)) }
    }

    /// The schema with its references as the document has them.
    private func rewrite(_ schema: JSON, _ mode: SchemaRegistry.Mode) -> JSON {
        switch schema {
        case .string(let text) where text.hasPrefix(Self.definitions):
            let name = name(of: String(text.dropFirst(Self.definitions.count)), mode)
            return .string(Self.components + name)
        case .array(let elements):
            return .array(elements.map { rewrite($0, mode) })
        case .object(let members):
            return .object(
                members.reduce(into: JSON.Object()) { $0[$1.name] = rewrite($1.value, mode) })
        default:
            return schema
        }
    }
}
