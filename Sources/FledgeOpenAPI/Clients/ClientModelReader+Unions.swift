// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeJSON

extension ClientModelReader {
    /// Alternatives, told apart by a member when the document says so or when all of them have a
    /// member that is always the same text.
    mutating func union(
        of schemas: [DocumentNode], discriminator: DocumentNode?, name: [String]
    ) throws(ClientGenerationError) -> ClientDeclaration.Kind {
        let mapping = discriminator?.child("mapping")?.children ?? []
        let property: String?
        if let named = discriminator?.child("propertyName")?.text {
            property = named
        } else {
            property = try commonTag(of: schemas)
        }
        var cases = NamePool()
        var alternatives: [ClientAlternative] = []
        for schema in schemas {
            let reference = schema.child("$ref")?.text
            // An alternative may have several values; the first stands for it.
            let mapped = mapping.first { $0.node.text != nil && $0.node.text == reference }?.name
            guard let property else {
                alternatives.append(try plainAlternative(schema, name: name, cases: &cases))
                continue
            }
            alternatives.append(
                try tagged(schema, by: property, value: mapped, name: name, cases: &cases))
        }
        return .union(alternatives, discriminator: property)
    }

    private mutating func tagged(
        _ schema: DocumentNode, by property: String, value: String?, name: [String],
        cases: inout NamePool
    ) throws(ClientGenerationError) -> ClientAlternative {
        var shape = ObjectShape()
        try collect(schema, into: &shape, depth: 0)
        let constant = try tag(property, of: shape)
        guard let value = value ?? constant ?? lastPart(of: schema) else {
            throw ClientGenerationError(
                pointer: schema.pointer,
                message:
                    "It is not said which value of '\(property)' chooses this alternative: give "
                    + "the member a 'const', or map the value in 'discriminator'.")
        }
        let words = ClientNames.words(value)
        let caseName = cases.take(ClientNames.member(words))
        if schema.child("$ref") != nil {
            return ClientAlternative(
                name: caseName, tag: value, type: try type(of: schema, name: name + words),
                typeHasTag: constant != nil)
        }
        if shape.others == nil, shape.properties.allSatisfy({ $0.name == property }) {
            return ClientAlternative(name: caseName, tag: value, type: nil, typeHasTag: false)
        }
        // Written with its members only: the tag is the business of the union.
        let typeName = pool.take(ClientNames.type(name + words))
        let index = declarations.count
        declarations.append(
            ClientDeclaration(
                name: typeName, description: schema.words("description"), isDeprecated: false,
                kind: .alias(.any)))
        declarations[index].kind = try object(shape, without: property, name: name + words)
        return ClientAlternative(
            name: caseName, tag: value, type: .named(typeName), typeHasTag: false)
    }

    private mutating func plainAlternative(
        _ schema: DocumentNode, name: [String], cases: inout NamePool
    ) throws(ClientGenerationError) -> ClientAlternative {
        let words = ClientNames.words(schema.words("title") ?? "Option")
        let type = try type(of: schema, name: name + words)
        return ClientAlternative(
            name: cases.take(ClientNames.member(ClientNames.words(caseName(of: type)))),
            tag: nil, type: type, typeHasTag: false)
    }

    private func caseName(of type: ClientType) -> String {
        switch type {
        case .any: "other"
        case .boolean: "bool"
        case .integer, .integers: "integer"
        case .number: "number"
        case .text: "text"
        case .constant(let text): text
        case .named(let name): name
        case .array(let element): caseName(of: element) + "List"
        case .dictionary: "members"
        case .nullable(let value): caseName(of: value)
        }
    }

    /// The member that has a constant text of its own in every alternative.
    private func commonTag(of schemas: [DocumentNode]) throws(ClientGenerationError) -> String? {
        var candidates: [String]?
        for schema in schemas {
            var shape = ObjectShape()
            try collect(schema, into: &shape, depth: 0)
            var names: [String] = []
            for (name, _) in shape.properties where shape.required.contains(name) {
                if try tag(name, of: shape) != nil { names.append(name) }
            }
            candidates = candidates?.filter(names.contains) ?? names
        }
        return candidates?.first
    }

    private func tag(
        _ property: String, of shape: ObjectShape
    ) throws(ClientGenerationError) -> String? {
        guard let node = shape.properties.first(where: { $0.name == property })?.node else {
            return nil
        }
        let schema = try resolve(node)
        if let constant = schema.child("const")?.text { return constant }
        let values = schema.child("enum")?.texts ?? []
        return values.count == 1 ? values[0] : nil
    }

    /// Without a mapping, the name of the component is the value (OpenAPI 3.1, 4.8.25).
    private func lastPart(of schema: DocumentNode) -> String? {
        schema.child("$ref")?.text?.split(separator: "/").last.map(String.init)
    }
}
