// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeJSON

extension ClientModelReader {
    /// The type that a schema describes.
    ///
    /// - Parameters:
    ///   - schema: The schema.
    ///   - name: The words of the name that it gets when it needs one: of its owner and of its place
    ///     there.
    /// - Returns: The type; what it consists of is declared by then.
    /// - Throws: The place of what cannot be understood.
    mutating func type(
        of schema: DocumentNode, name: [String]
    ) throws(ClientGenerationError) -> ClientType {
        if schema.child("$ref") != nil { return try reference(schema, name: name) }
        if let alternatives = schema.child("oneOf") ?? schema.child("anyOf") {
            let present = alternatives.elements.filter { $0.child("type")?.text != "null" }
            let isNullable = present.count < alternatives.elements.count
            let type: ClientType
            if present.allSatisfy(isDate), present.contains(where: isMoment) {
                // A moment or a day: who sends a date sends its moment.
                type = .text(.dateTime)
            } else if present.count == 1 {
                type = try self.type(of: present[0], name: name)
            } else {
                type = try declare(schema, name: name)
            }
            return isNullable ? type.orNull : type
        }
        let types = schema.child("type").map { $0.text.map { [$0] } ?? $0.texts } ?? []
        let values = schema.child("enum")?.elements ?? []
        let type = try plainType(of: schema, types: types.filter { $0 != "null" }, name: name)
        return types.contains("null") || values.contains(where: \.isNull) ? type.orNull : type
    }

    private func isMoment(_ schema: DocumentNode) -> Bool {
        schema.child("format")?.text == "date-time"
    }

    private func isDate(_ schema: DocumentNode) -> Bool {
        isMoment(schema) || schema.child("format")?.text == "date"
    }

    private mutating func plainType(
        of schema: DocumentNode, types: [String], name: [String]
    ) throws(ClientGenerationError) -> ClientType {
        if let constant = schema.child("const")?.text { return .constant(constant) }
        if let values = schema.child("enum")?.elements.filter({ !$0.isNull }), !values.isEmpty {
            let texts = values.compactMap(\.text)
            if texts.count == values.count {
                return texts.count == 1 ? .constant(texts[0]) : try declare(schema, name: name)
            }
        }
        if let numbers = listedIntegers(of: schema) {
            return .integers(numbers, unsigned64: isUnsigned64(schema))
        }
        if schema.child("allOf") != nil { return try declare(schema, name: name) }
        if types.count > 1 { return .any }
        return switch types.first ?? (schema.child("properties") != nil ? "object" : nil) {
        case "boolean": .boolean
        case "integer": .integer(unsigned64: isUnsigned64(schema))
        case "number": .number
        case "string": .text(format(of: schema))
        case "array": .array(try elementType(of: schema, name: name))
        case "object": try objectType(of: schema, name: name)
        default: .any
        }
    }

    /// The whole numbers that the schema lists, when it lists nothing else but null.
    ///
    /// Beyond 2^53 - 1 TypeScript rounds, and a literal there would be another number.
    private func listedIntegers(of schema: DocumentNode) -> [Int]? {
        let listed = schema.child("const").map { [$0] } ?? schema.child("enum")?.elements ?? []
        let values = listed.filter { !$0.isNull }
        let numbers = values.compactMap { value -> Int? in
            guard case .integer(let number) = value.value, number.magnitude < 1 << 53 else {
                return nil
            }
            return number
        }
        return numbers.isEmpty || numbers.count < values.count ? nil : numbers
    }

    private mutating func elementType(
        of schema: DocumentNode, name: [String]
    ) throws(ClientGenerationError) -> ClientType {
        guard schema.child("prefixItems") == nil, let items = schema.child("items") else {
            return .any
        }
        return try type(of: items, name: name + ["Item"])
    }

    /// An object without members of its own is a dictionary.
    private mutating func objectType(
        of schema: DocumentNode, name: [String]
    ) throws(ClientGenerationError) -> ClientType {
        guard schema.child("properties")?.children.isEmpty != false else {
            return try declare(schema, name: name)
        }
        guard let others = schema.child("additionalProperties"), others.value != .bool(false)
        else { return .dictionary(.any) }
        return .dictionary(try type(of: others, name: name + ["Value"]))
    }

    private func format(of schema: DocumentNode) -> ClientType.Format {
        if let encoding = schema.child("contentEncoding")?.text {
            return encoding.hasPrefix("base64") ? .base64 : .plain
        }
        if schema.child("contentMediaType") != nil { return .file }
        return switch schema.child("format")?.text {
        case "date-time": .dateTime
        case "uuid": .uuid
        case "uri", "url": .url
        case "byte": .base64
        case "binary": .file
        default: .plain
        }
    }

    private func isUnsigned64(_ schema: DocumentNode) -> Bool {
        schema.child("format")?.text == "uint64"
    }

    // MARK: Names

    private mutating func reference(
        _ schema: DocumentNode, name: [String]
    ) throws(ClientGenerationError) -> ClientType {
        let target = try resolve(schema)
        let key = "#" + target.pointer
        guard let known = typeNames[key] else { return try type(of: target, name: name) }
        if !declarations.contains(where: { $0.name == known }) {
            try declare(target, as: known, words: ClientNames.words(known))
        }
        return .named(known)
    }

    /// Declares a type that has no name in the document.
    private mutating func declare(
        _ schema: DocumentNode, name: [String]
    ) throws(ClientGenerationError) -> ClientType {
        // A schema that is reached twice, such as a parameter of a whole path, is one type.
        if let known = typeNames["#" + schema.pointer] { return .named(known) }
        let plain = ClientNames.type(name)
        let name = pool.take(plain, plain + "Model")
        typeNames["#" + schema.pointer] = name
        anonymous.insert(name)
        try declare(schema, as: name, words: ClientNames.words(name))
        return .named(name)
    }

    /// The place in the list is taken before the parts are read: they may refer back to it.
    private mutating func declare(
        _ schema: DocumentNode, as name: String, words: [String]
    ) throws(ClientGenerationError) {
        let index = declarations.count
        declarations.append(
            ClientDeclaration(
                name: name, description: schema.words("description"),
                isDeprecated: schema.child("deprecated")?.isTrue == true, kind: .alias(.any)))
        declarations[index].kind = try kind(of: schema, name: words)
    }

    private mutating func kind(
        of schema: DocumentNode, name: [String]
    ) throws(ClientGenerationError) -> ClientDeclaration.Kind {
        if schema.child("$ref") == nil {
            if let union = try union(schema, name: name) { return union }
            if let texts = schema.child("enum")?.texts, texts.count > 1 {
                return .enumeration(texts)
            }
            if schema.child("allOf") != nil
                || schema.child("properties")?.children.isEmpty == false
            {
                return try object(schema, name: name)
            }
        }
        return .alias(try type(of: schema, name: name))
    }

    /// The alternatives, without null; nil when there are not at least two.
    private mutating func union(
        _ schema: DocumentNode, name: [String]
    ) throws(ClientGenerationError) -> ClientDeclaration.Kind? {
        guard let list = schema.child("oneOf") ?? schema.child("anyOf") else { return nil }
        let schemas = list.elements.filter { $0.child("type")?.text != "null" }
        guard schemas.count > 1 else { return nil }
        return try union(of: schemas, discriminator: schema.child("discriminator"), name: name)
    }

    // MARK: Objects

    private mutating func object(
        _ schema: DocumentNode, name: [String]
    ) throws(ClientGenerationError) -> ClientDeclaration.Kind {
        var shape = ObjectShape()
        try collect(schema, into: &shape, depth: 0)
        return try object(shape, without: nil, name: name)
    }

    /// Declares the members but `tag`, which the union of this object writes by itself.
    mutating func object(
        _ shape: ObjectShape, without tag: String?, name: [String]
    ) throws(ClientGenerationError) -> ClientDeclaration.Kind {
        var properties: [ClientProperty] = []
        for (wireName, node) in shape.properties where wireName != tag {
            let words = name + ClientNames.words(wireName)
            properties.append(
                ClientProperty(
                    wireName: wireName, type: try type(of: node, name: words),
                    isRequired: shape.required.contains(wireName),
                    description: node.words("description"),
                    defaultValue: node.child("default")?.value))
        }
        var others: ClientType?
        if let node = shape.others { others = try type(of: node, name: name + ["Value"]) }
        return .object(properties, others: others)
    }

    /// Gathers the members of an object and of all that it is put together from.
    func collect(
        _ schema: DocumentNode, into shape: inout ObjectShape, depth: Int
    ) throws(ClientGenerationError) {
        guard depth < 32 else {
            throw ClientGenerationError(
                pointer: schema.pointer, message: "This schema consists of itself ('allOf').")
        }
        let schema = try resolve(schema)
        for part in schema.child("allOf")?.elements ?? [] {
            try collect(part, into: &shape, depth: depth + 1)
        }
        for (name, node) in schema.child("properties")?.children ?? [] {
            shape.properties.removeAll { $0.name == name }
            shape.properties.append((name, node))
        }
        shape.required.formUnion(schema.child("required")?.texts ?? [])
        if let others = schema.child("additionalProperties"), !others.children.isEmpty {
            shape.others = others
        }
    }

    /// The members of an object, before their types are read.
    struct ObjectShape {
        var properties: [(name: String, node: DocumentNode)] = []
        var required: Set<String> = []
        var others: DocumentNode?
    }
}

extension ClientType {
    var orNull: ClientType { isNullable || self == .any ? self : .nullable(self) }
}
