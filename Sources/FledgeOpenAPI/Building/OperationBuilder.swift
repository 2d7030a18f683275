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
