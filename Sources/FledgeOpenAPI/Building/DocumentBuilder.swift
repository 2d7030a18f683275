// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import FledgeHTTP
import FledgeRouting
import FledgeSchema

/// Writes the document of a list of routes.
struct DocumentBuilder {
    private let info: OpenAPIInfo
    private let operations: [Operation]
    private var book = SchemaBook()
    private var gaps: [String]

    /// One method of one path.
    private struct Operation {
        var path: String
        var method: String
        var builder: OperationBuilder
    }

    init(routes: [RouteInfo], info: OpenAPIInfo) {
        self.info = info
        (operations, gaps) = Self.operations(of: routes)
    }

    mutating func build() -> (JSON, gaps: [String]) {
        // Once to collect what there is to describe, once to describe it: see `SchemaBook`.
        _ = paths()
        book.settle()
        let (paths, credentials) = paths()
        let problem = AnswerBuilder.anythingElse(&book)
        var components: JSON.Object = [
            "schemas": .object(book.components(for: [.object(paths), problem])),
            "responses": ["Problem": problem],
        ]
        if !credentials.components.isEmpty {
            components["securitySchemes"] = .object(credentials.components)
        }
        var document: JSON.Object = ["openapi": "3.1.0", "info": information]
        if !info.servers.isEmpty {
            document["servers"] = .array(info.servers.map { ["url": .string($0)] })
        }
        if !tags.isEmpty { document["tags"] = .array(tags.map { ["name": .string($0)] }) }
        document["paths"] = .object(paths)
        document["components"] = .object(components)
        info.finish(&document)
        return (.object(document), gaps + book.gaps)
    }

    private var information: JSON {
        var json: JSON.Object = ["title": .string(info.title), "version": .string(info.version)]
        if let details = info.details { json["description"] = .string(details) }
        return .object(json)
    }

    private var tags: [String] {
        operations.compactMap(\.builder.tag).reduce(into: []) { tags, tag in
            if !tags.contains(tag) { tags.append(tag) }
        }
    }

    private mutating func paths() -> (JSON.Object, Credentials) {
        var credentials = Credentials()
        var items: [(path: String, item: JSON.Object)] = []
        for operation in operations {
            let json = operation.builder.build(&book, &credentials)
            if let index = items.firstIndex(where: { $0.path == operation.path }) {
                items[index].item[operation.method] = json
            } else {
                items.append((operation.path, [operation.method: json]))
            }
        }
        return (items.reduce(into: JSON.Object()) { $0[$1.path] = .object($1.item) }, credentials)
    }
}

// MARK: From routes to operations

extension DocumentBuilder {
    /// The methods that OpenAPI 3.1 has a word for.
    private static let methods: Set<String> = [
        "get", "put", "post", "delete", "options", "head", "patch", "trace",
    ]

    /// What a route for any method is listed as.
    private static let common = ["get", "post", "put", "patch", "delete"]

    private static func operations(
        of routes: [RouteInfo]
    ) -> (operations: [Operation], gaps: [String]) {
        var gaps: [String] = []
        var operations: [Operation] = []
        var shapes = PathShapes()
        var names = OperationNames()
        // A route for any method answers what no other route of its path does.
        let exact = routes.filter { $0.method != nil } + routes.filter { $0.method == nil }
        for route in exact where !route.isProbe {
            guard let pattern = try? RoutePattern(route.pattern) else { continue }
            let facts = RouteFacts(route, placeholders: pattern.parameterNames)
            guard !facts.told.isHidden else { continue }
            let methods = route.method.map { [$0.rawValue.lowercased()] } ?? common
            for template in PathTemplate.all(of: pattern) {
                let path = shapes.path(for: template)
                for method in methods {
                    guard Self.methods.contains(method) else {
                        gaps.append(
                            "\(method.uppercased()) \(route.pattern): OpenAPI 3.1 has no word for this method."
                        )
                        continue
                    }
                    let isTaken = operations.contains {
                        $0.path == path.text && $0.method == method
                    }
                    guard !isTaken else { continue }
                    let builder = OperationBuilder(
                        facts: facts, template: template, names: path.names,
                        id: names.id(of: route, method: method, template),
                        tag: OperationNames.tag(of: route, template))
                    operations.append(Operation(path: path.text, method: method, builder: builder))
                }
            }
        }
        return (operations, gaps)
    }
}

/// Gives paths that differ in the names of their parameters alone one form: they are one path for
/// OpenAPI, and the first decides the names.
private struct PathShapes {
    private var known: [[String]: [String]] = [:]

    mutating func path(for template: PathTemplate) -> (text: String, names: [String]) {
        let names = known[template.literals] ?? template.names
        known[template.literals] = names
        return (template.text(names: names), names)
    }
}
