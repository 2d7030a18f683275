// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import FledgeHTTP
import FledgeJSON

/// What is known of a route, gathered from its signature, its middleware and its types.
struct RouteFacts {
    let route: RouteInfo
    /// The parameters of the path, by name, with the types they are read as.
    private(set) var path: [String: HandlerParameter] = [:]
    /// The handler's query parameters.
    private(set) var query: [HandlerParameter] = []
    /// The type that the whole query is read as.
    private(set) var wholeQuery: (any Any.Type)?
    private(set) var body: (any Any.Type)?
    /// What middleware, bindables and the result say themselves.
    private(set) var told = RouteDescription()

    init(_ route: RouteInfo, placeholders: [String]) {
        self.route = route
        for middleware in route.around { middleware.describe(&told) }
        if let captures = route.captures {
            for (name, type) in zip(placeholders, captures) {
                path[name] = HandlerParameter(name, type)
            }
        }
        for parameter in route.parameters ?? [] { sort(parameter, placeholders) }
    }

    private mutating func sort(_ parameter: HandlerParameter, _ placeholders: [String]) {
        switch parameter.source {
        case .body: body = parameter.type
        case .query: wholeQuery = parameter.type
        case .value where placeholders.contains(parameter.name): path[parameter.name] = parameter
        case .value:
            if let description = parameter.ofRequest {
                told.merge(description)
            } else {
                query.append(parameter)
            }
        }
    }
}

/// How a result is answered when all went well.
struct ResultFacts {
    private(set) var answers: [RouteDescription.Answer]
    /// Whether `nil` is a 404.
    private(set) var canBeMissing = false

    init(_ type: any Any.Type) {
        if type != JSON.self, let wrapped = TypeShape.wrapped(by: type) {
            let inner = ResultFacts(wrapped)
            answers = inner.answers
            canBeMissing = true
            return
        }
        var description = RouteDescription()
        if type == Void.self {
            description.answers(.noContent, details: "Done. There is nothing more to say.")
        } else if type == String.self {
            description.answers(.ok, "text/plain", details: "A text.")
        } else if type == JSON.self {
            description.answers(.ok, "application/json", type)
        } else if let type = type as? any RouteDescribing.Type {
            type.describe(&description)
        } else if type is any ResponseConvertible.Type || type is any AsyncResponseConvertible.Type
        {
            Response.describe(&description)
        } else {
            description.answers(.ok, "application/json", type)
        }
        answers = description.answers
    }
}
