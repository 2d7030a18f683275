// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge
import Foundation
import ShopServices

@testable import Shop

/// The document of the shop, as a client reads it: JSON, and nothing else.
struct ShopDocument {
    struct Answer {
        var status: String
        /// The keywords of the schema of each media type, behind its reference.
        var schemas: [[String]]
    }

    struct Operation {
        var method: String
        var path: String
        var answers: [Answer]

        var name: String { "\(method) \(path)" }
    }

    let operations: [Operation]

    static func make() throws -> OpenAPIDocument {
        try makeApp(
            services: Services(stores: .inMemory()),
            environment: Environment(mode: .test, values: [:])
        ).openAPIDocument()
    }

    init() throws {
        let document = try Node(Self.make().text)
        operations = document["paths"].members.flatMap { path, item in
            item.members.map { method, operation in
                Operation(
                    method: method.uppercased(), path: path,
                    answers: operation["responses"].members.map { status, answer in
                        let content = document.resolved(answer)["content"]
                        return Answer(
                            status: status,
                            schemas: content.members.map {
                                document.resolved($0.value["schema"]).members.map(\.name)
                            })
                    })
            }
        }
    }

    /// The statuses that stand at an operation by their numbers; `nil` for what is none.
    func statuses(_ method: Method, _ target: String) -> [String]? {
        let path = target.prefix { $0 != "?" }.split(separator: "/")
        return operations.first { operation in
            let template = operation.path.split(separator: "/")
            return operation.method == method.rawValue && template.count == path.count
                && zip(template, path).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
        }?.answers.map(\.status)
    }
}

/// A part of a JSON document that may not be there.
private struct Node {
    let value: Any?

    init(_ text: String) throws { value = try JSONSerialization.jsonObject(with: Data(text.utf8)) }
    private init(value: Any?) { self.value = value }

    subscript(name: String) -> Node { Node(value: (value as? [String: Any])?[name]) }

    var members: [(name: String, value: Node)] {
        (value as? [String: Any] ?? [:]).map { ($0.key, Node(value: $0.value)) }
    }

    /// What a reference in `node` leads to.
    func resolved(_ node: Node) -> Node {
        guard let reference = node["$ref"].value as? String else { return node }
        return reference.split(separator: "/").dropFirst().reduce(self) { $0[String($1)] }
    }
}
