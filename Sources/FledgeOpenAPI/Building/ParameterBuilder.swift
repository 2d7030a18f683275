// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import FledgeJSON

/// Writes the parameters of one operation.
struct ParameterBuilder {
    let facts: RouteFacts
    let template: PathTemplate
    /// What the document calls the placeholders: the first route of a path decides.
    let names: [String]
    let place: String

    func build(_ book: inout SchemaBook) -> [JSON] {
        var parameters = path(&book)
        if let type = facts.wholeQuery { parameters += wholeQuery(type, &book) }
        for parameter in facts.query { parameters.append(query(parameter, &book)) }
        for parameter in facts.told.parameters {
            let json = told(parameter, &book)
            // Two parts of a route may ask for the same field.
            if !parameters.contains(where: { $0["name"] == json["name"] && $0["in"] == json["in"] })
            {
                parameters.append(json)
            }
        }
        return parameters
    }

    private func path(_ book: inout SchemaBook) -> [JSON] {
        zip(template.placeholders, names).map { placeholder, name in
            let parameter = facts.path[placeholder.name]
            var json: JSON.Object = ["name": .string(name), "in": "path", "required": true]
            if placeholder.isCatchAll {
                json["description"] = .string(
                    parameter?.details ?? "The rest of the path, slashes included.")
                json["schema"] = ["type": "string", "minLength": 1]
                json["x-catch-all"] = true
                return .object(json)
            }
            if let details = parameter?.details { json["description"] = .string(details) }
            json["schema"] = pathSchema(parameter?.type ?? String.self, &book)
            return .object(json)
        }
    }

    /// A segment is never empty.
    private func pathSchema(_ type: any Any.Type, _ book: inout SchemaBook) -> JSON {
        let type = TypeShape.wrapped(by: type) ?? type
        let schema = self.schema(of: type, &book)
        guard type == String.self, case .object(var members) = schema else { return schema }
        members["minLength"] = 1
        return .object(members)
    }

    /// The schema of a value that comes as text.
    private func schema(of type: any Any.Type, _ book: inout SchemaBook) -> JSON {
        let schema = book.schema(of: type, .input, at: place)
        return DayForm(book: book).added(to: schema)
    }

    private func query(_ parameter: HandlerParameter, _ book: inout SchemaBook) -> JSON {
        let type = TypeShape.wrapped(by: parameter.type)
        let isList = TypeShape.element(of: type ?? parameter.type) != nil
        var json: JSON.Object = ["name": .string(parameter.name), "in": "query"]
        if let details = parameter.details { json["description"] = .string(details) }
        if !parameter.hasDefault, type == nil, !isList { json["required"] = true }
        var schema = self.schema(of: type ?? parameter.type, &book)
        if let value = parameter.defaultValue.flatMap({ TypeDescriber.json(of: $0()) }) {
            schema = schema.with("default", value)
        }
        if json["required"] == nil, EmptyValue(book: book).isLeftOut(schema) {
            json["allowEmptyValue"] = true
        }
        json["schema"] = schema
        return .object(json)
    }

    /// A type for the whole query is one parameter for each of its members.
    private func wholeQuery(_ type: any Any.Type, _ book: inout SchemaBook) -> [JSON] {
        let schema = book.schema(of: type, .input, at: place)
        let object = book.resolved(schema, .input)
        guard let properties = object["properties"] else {
            return [["name": "query", "in": "query", "schema": Self.anyPairs]]
        }
        let required = object["required"]?.elements ?? []
        return properties.members.map { name, property in
            var json: JSON.Object = ["name": .string(name), "in": "query"]
            let property = property.withoutNull
            let isObject = book.resolved(property, .input)["type"] == "object"
            if let details = property["description"] { json["description"] = details }
            let empty = EmptyValue(book: book)
            if required.contains(.string(name)), !empty.takesNoElement(property) {
                json["required"] = true
            } else if empty.isLeftOut(property) {
                json["allowEmptyValue"] = true
            }
            // `address[city]=…`
            if isObject {
                json["style"] = "deepObject"
                json["explode"] = true
            }
            json["schema"] = DayForm(book: book).added(to: property.without("description"))
            return .object(json)
        }
    }

    private static let anyPairs: JSON = [
        "type": "object", "additionalProperties": ["type": "string"],
    ]

    private func told(_ parameter: RouteDescription.Parameter, _ book: inout SchemaBook) -> JSON {
        var json: JSON.Object = [
            "name": .string(parameter.name), "in": .string(parameter.place.rawValue),
        ]
        if let details = parameter.details { json["description"] = .string(details) }
        if parameter.isRequired { json["required"] = true }
        json["schema"] = schema(of: parameter.type, &book)
        return .object(json)
    }
}

extension JSON {
    /// An object with one more member; a reference gets it beside itself, as JSON Schema 2020-12 allows.
    func with(_ name: String, _ value: JSON) -> JSON {
        guard case .object(var members) = self else { return self }
        members[name] = value
        return .object(members)
    }

    /// An object with a member less.
    fileprivate func without(_ name: String) -> JSON {
        guard case .object(var members) = self else { return self }
        members[name] = nil
        return .object(members)
    }

    /// A schema without "or null": a query has no word for it, it just leaves the name out.
    var withoutNull: JSON {
        if let types = self["type"]?.elements, types.contains("null") {
            let others = types.filter { $0 != "null" }
            return with("type", others.count == 1 ? others[0] : .array(others))
        }
        let isNull = { (form: JSON) in form["type"] == "null" }
        guard let forms = self["anyOf"]?.elements, forms.count == 2, forms.contains(where: isNull),
            let form = forms.first(where: { !isNull($0) })
        else { return self }
        // What stands beside the forms is said of both.
        return without("anyOf").members.reduce(form) { $0.with($1.name, $1.value) }
    }
}
