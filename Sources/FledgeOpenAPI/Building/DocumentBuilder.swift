// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import FledgeJSON

/// Writes the document of a list of routes.
struct DocumentBuilder {
    private let info: OpenAPIInfo
    private let list: OperationList
    private var book = SchemaBook()

    init(routes: [RouteInfo], info: OpenAPIInfo) {
        self.info = info
        list = OperationList(routes)
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
        return (.object(document), list.gaps + book.gaps)
    }

    private var information: JSON {
        var json: JSON.Object = ["title": .string(info.title), "version": .string(info.version)]
        if let details = info.details { json["description"] = .string(details) }
        return .object(json)
    }

    private var tags: [String] {
        list.operations.compactMap(\.builder.tag).reduce(into: []) { tags, tag in
            if !tags.contains(tag) { tags.append(tag) }
        }
    }

    private mutating func paths() -> (JSON.Object, Credentials) {
        var credentials = Credentials()
        var items: [(path: String, item: JSON.Object)] = []
        var known: [String: Int] = [:]
        for operation in list.operations {
            let json = operation.builder.build(&book, &credentials)
            if let index = known[operation.path] {
                items[index].item[operation.method] = json
            } else {
                known[operation.path] = items.count
                items.append((operation.path, [operation.method: json]))
            }
        }
        return (items.reduce(into: JSON.Object()) { $0[$1.path] = .object($1.item) }, credentials)
    }
}
