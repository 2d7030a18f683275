// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import FledgeJSON

/// Writes one operation.
struct OperationBuilder {
    let facts: RouteFacts
    let template: PathTemplate
    let names: [String]
    let id: String
    let tag: String?

    private var route: RouteInfo { facts.route }

    private var place: String {
        "\(route.method?.rawValue ?? "any") \(route.pattern)"
    }

    func build(_ book: inout SchemaBook, _ credentials: inout Credentials) -> JSON {
        var json: JSON.Object = ["operationId": .string(id)]
        if let tag { json["tags"] = [.string(tag)] }
        if let summary = route.summary { json["summary"] = .string(summary.withoutPeriod) }
        if let details = route.details { json["description"] = .string(details) }
        let parameters = ParameterBuilder(
            facts: facts, template: template, names: names, place: place
        ).build(&book)
        if !parameters.isEmpty { json["parameters"] = .array(parameters) }
        if let body = facts.body {
            json["requestBody"] = BodyBuilder(type: body, place: place).build(&book)
        }
        json["responses"] =
            AnswerBuilder(facts: facts, template: template, place: place).build(&book)
        if let security = credentials.requirement(facts.told.security) {
            json["security"] = security
        }
        return .object(json)
    }
}

extension String {
    /// A summary stands in a list, where a period at its end is noise.
    fileprivate var withoutPeriod: String {
        hasSuffix(".") && !hasSuffix("..") ? String(dropLast()) : self
    }
}

/// The credentials that the operations of a document ask for.
struct Credentials {
    private var schemes: [(name: String, scheme: SecurityScheme)] = []

    /// - Returns: `nil` when nothing is asked for.
    mutating func requirement(_ needs: [RouteDescription.Need]) -> JSON? {
        guard !needs.isEmpty else { return nil }
        let required = needs.filter { !$0.isOptional }
        let optional = needs.filter { need in
            need.isOptional && !required.contains { $0.scheme == need.scheme }
        }
        let base = required.map { name(of: $0.scheme) }
        var alternatives = [base]
        if !optional.isEmpty {
            alternatives.insert(base + optional.map { name(of: $0.scheme) }, at: 0)
        }
        return .array(
            alternatives.map { names in
                .object(names.reduce(into: JSON.Object()) { $0[$1] = [] })
            })
    }

    /// Two schemes of one name are told apart by a number.
    private mutating func name(of scheme: SecurityScheme) -> String {
        if let known = schemes.first(where: { $0.scheme == scheme }) { return known.name }
        let same = schemes.count { $0.scheme.name == scheme.name }
        let name = same == 0 ? scheme.name : "\(scheme.name)\(same + 1)"
        schemes.append((name, scheme))
        return name
    }

    /// The components, by name.
    var components: JSON.Object {
        schemes.sorted { $0.name < $1.name }
            .reduce(into: JSON.Object()) { $0[$1.name] = Self.write($1.scheme) }
    }

    private static func write(_ scheme: SecurityScheme) -> JSON {
        var json: JSON.Object = [:]
        switch scheme.form {
        case .bearer(let format):
            json = ["type": "http", "scheme": "bearer"]
            if let format { json["bearerFormat"] = .string(format) }
        case .basic: json = ["type": "http", "scheme": "basic"]
        case .header(let name): json = ["type": "apiKey", "in": "header", "name": .string(name)]
        case .cookie(let name): json = ["type": "apiKey", "in": "cookie", "name": .string(name)]
        }
        if let details = scheme.details { json["description"] = .string(details) }
        return .object(json)
    }
}
