// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeJSON

/// A schema as a comparison wants it: references followed, `allOf` merged, "or null" taken apart.
struct SchemaView {
    /// The keywords, without those that say "or null".
    let schema: JSON
    let document: JSON
    /// The name by which it was referred to.
    let reference: String?
    /// `nil` when any type will do.
    let types: Set<String>?
    /// Whether `null` is among the values.
    let allowsNull: Bool
    /// The forms of `oneOf` or `anyOf`, each with a name that does not depend on the order.
    let forms: [(name: String, schema: JSON)]

    private static let allTypes: Set<String> = [
        "array", "boolean", "integer", "number", "object", "string",
    ]

    init(_ schema: JSON, in document: JSON) {
        var reference = schema["$ref"]?.text
        var schema = Self.merged(schema.resolved(in: document), document)
        var forms = Self.alternatives(schema).map { $0 }
        let isNull = { (form: JSON) in form.resolved(in: document)["type"]?.text == "null" }
        let hasNullForm = forms.contains(where: isNull)
        forms.removeAll(where: isNull)
        if hasNullForm, forms.count == 1, let only = forms.first {
            // "This or null" is this.
            reference = only["$ref"]?.text
            schema = Self.merged(only.resolved(in: document), document)
            forms = Self.alternatives(schema)
        }
        let types = Self.types(schema)
        let hasNullValue = schema["enum"]?.elements.contains(.null) ?? false
        self.reference = reference
        self.schema = schema
        self.document = document
        self.types = types.map { $0.subtracting(["null"]) }
        let isAny = types == nil && forms.isEmpty && schema["enum"] == nil && schema["const"] == nil
        allowsNull = hasNullForm || types?.contains("null") == true || hasNullValue || isAny
        self.forms = Self.named(forms, schema, document)
    }

    subscript(keyword: String) -> JSON? { schema[keyword] }

    /// The listed values; `nil` when they are not listed.
    var values: [JSON]? {
        if let constant = schema["const"] { return [constant] }
        return schema["enum"].map { $0.elements.filter { $0 != .null } }
    }

    var required: Set<String> { Set(schema["required"]?.elements.compactMap(\.text) ?? []) }

    var refusesUnknown: Bool { schema["additionalProperties"] == .bool(false) }

    private static func alternatives(_ schema: JSON) -> [JSON] {
        (schema["oneOf"] ?? schema["anyOf"])?.elements ?? []
    }

    private static func types(_ schema: JSON) -> Set<String>? {
        if let type = schema["type"]?.text { return [type] }
        if let types = schema["type"] { return Set(types.elements.compactMap(\.text)) }
        // The listed values say it too, where they are all that is said.
        if schema["const"]?.text != nil { return ["string"] }
        if schema["properties"] != nil { return ["object"] }
        return nil
    }

    /// One object of keywords: what stands beside `allOf` and what stands in it.
    private static func merged(_ schema: JSON, _ document: JSON, depth: Int = 0) -> JSON {
        guard let parts = schema["allOf"]?.elements, depth < 16, case .object(var result) = schema
        else { return schema }
        result["allOf"] = nil
        for part in parts {
            let part = merged(part.resolved(in: document), document, depth: depth + 1)
            for (keyword, value) in part.members {
                result[keyword] = join(keyword, result[keyword], value)
            }
        }
        return .object(result)
    }

    private static func join(_ keyword: String, _ first: JSON?, _ second: JSON) -> JSON {
        switch (keyword, first, second) {
        case ("properties", .object(let first)?, .object(let second)):
            var all = first
            for member in second { all[member.name] = member.value }
            return .object(all)
        case ("required", .array(let first)?, .array(let second)):
            return .array(first + second.filter { !first.contains($0) })
        default:
            return first ?? second
        }
    }

    private static func named(
        _ forms: [JSON], _ schema: JSON, _ document: JSON
    ) -> [(name: String, schema: JSON)] {
        let property = schema["discriminator"]?["propertyName"]?.text
        return forms.enumerated().map { index, form in
            let target = form.resolved(in: document)
            if let property, let tag = merged(target, document)["properties"]?[property] {
                let value = tag["const"] ?? tag["enum"]?.elements.first
                if let value = value?.text { return (value, form) }
            }
            let type = types(target)?.sorted().joined(separator: "/")
            return (form["$ref"]?.text ?? target["title"]?.text ?? type ?? "\(index)", form)
        }
    }
}

extension SchemaView {
    /// The types as one reads them: `string or null`.
    var typeNames: String {
        guard let types else { return "anything" }
        return types.sorted().joined(separator: " or ")
    }

    /// The types it can have, with what `number` includes.
    var possibleTypes: Set<String> {
        let types = self.types ?? Self.allTypes
        return types.contains("number") ? types.union(["integer"]) : types
    }
}
