// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeHTTP
import FledgeJSON

/// A built app as JSON, for tools.
///
/// The form has a number, `format`, that changes when a reader of an older one would misread it.
struct AppDescription {
    let members: JSON.Object

    init(of app: BuiltApp) {
        members = [
            "format": 1,
            "mode": .string(app.context.mode.rawValue),
            "limits": Self.limits(app.context.limits),
            "routes": .array(app.routes.map(Self.route)),
        ]
    }

    private static func route(_ route: RouteInfo) -> JSON {
        let told = route.told
        return [
            "method": route.method.map { .string($0.rawValue) } ?? nil,
            "path": .string(route.pattern),
            "name": text(route.name),
            "handler": text(route.handler),
            "summary": text(route.summary),
            "file": .string(route.location.fileID),
            "line": .integer(route.location.line),
            "middleware": .array(route.middleware.map { .string($0) }),
            "access": .array(told.security.map(need)),
            "bodyLimit": .integer(route.bodyLimit.bytes),
            "isProbe": .bool(route.isProbe),
            "isDocumented": .bool(!told.isHidden && !route.isProbe),
        ]
    }

    private static func need(_ need: RouteDescription.Need) -> JSON {
        [
            "schemes": .array(need.schemes.map { .string($0.name) }),
            "isOptional": .bool(need.isOptional),
        ]
    }

    private static func text(_ text: String?) -> JSON { text.map { .string($0) } ?? nil }

    private static func limits(_ limits: Limits) -> JSON {
        [
            "body": .integer(limits.body.bytes),
            "handlerSeconds": .number(limits.handler / .seconds(1)),
            "requestsInFlight": .integer(limits.requestsInFlight),
            "connections": .integer(limits.connections),
        ]
    }
}

extension RouteInfo {
    /// What the middleware around it and the types of its parameters say of it.
    package var told: RouteDescription {
        var told = RouteDescription()
        for middleware in around { middleware.describe(&told) }
        for parameter in parameters ?? [] where parameter.source == .value {
            if let description = parameter.ofRequest { told.merge(description) }
        }
        return told
    }
}

extension HandlerParameter {
    /// What a parameter says that fills itself from the request; nil for one of path or query.
    package var ofRequest: RouteDescription? {
        if let wrapped = TypeShape.wrapped(by: type) {
            var inner = self
            inner.type = wrapped
            return inner.ofRequest?.asOptional
        }
        var description = RouteDescription()
        if let type = type as? any LabelledDescribing.Type {
            type.describe(&description, label: name)
        } else if let type = type as? any RouteDescribing.Type,
            !(type is any ParameterValue.Type)
        {
            type.describe(&description)
        } else {
            let fillsItself =
                type is any RequestBindable.Type || type is any AsyncRequestBindable.Type
            return fillsItself ? description : nil
        }
        return description
    }
}
