// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeJSON

/// Writes a client in Swift: one file that needs Foundation and nothing else.
///
/// All of it stands in one enum, such as `ShopAPI`, so that its `User` and the app's do not meet.
struct SwiftClient {
    let model: ClientModel
    /// The enum around everything.
    let namespace: String
    /// The members that are stored behind a box, since their type has one of itself.
    let boxes: SwiftBoxes
    private var code = CodeWriter(indent: "    ")

    /// The whole file.
    static func source(of model: ClientModel) -> String {
        var client = SwiftClient(model: model)
        client.write()
        return client.code.text
    }

    private init(model: ClientModel) {
        self.model = model
        let words = ClientNames.words(model.title)
        let name = ClientNames.type(words)
        namespace = words.last?.uppercased() == "API" ? name : name + "API"
        boxes = SwiftBoxes(model.types)
    }

    private mutating func write() {
        header()
        client()
        for group in model.groups where group.name != nil { self.group(group) }
        for declaration in model.types {
            inNamespace { client, code in
                code.swiftDeclaration(declaration, boxes: client.boxes)
            }
        }
        let features = model.features
        let parts =
            [SwiftRuntime.errors, SwiftRuntime.transport(features), SwiftRuntime.values]
            + [SwiftRuntime.sending]
            + SwiftRuntime.helpers(features, boxes: !boxes.isEmpty)
        for part in parts {
            inNamespace { client, code in code.lines(client.named(part.withoutLastBreak)) }
        }
        outside(SwiftRuntime.reading)
        if features.contains(.events) { outside(SwiftRuntime.streaming) }
    }

    private mutating func header() {
        let version = model.version.isEmpty ? "" : " \(model.version)"
        code.line(
            "// A client of \((model.title + version).onOneLine), written by Fledge from its document."
        )
        code.line("// Do not edit it: generate it again (`fledge-openapi client swift`).")
        code.line()
        code.line("public import Foundation")
        code.line()
        code.lines(
            "#if canImport(FoundationNetworking)\npublic import FoundationNetworking\n#endif")
        code.line()
        code.documentation([model.description ?? "The operations of \(model.title)."])
        code.line("public enum \(namespace) {}")
        code.line()
    }

    private mutating func inNamespace(_ body: (SwiftClient, inout CodeWriter) -> Void) {
        let client = self
        code.block("extension \(namespace) {") { body(client, &$0) }
        code.line()
    }

    private mutating func outside(_ text: String) {
        code.lines(named(text))
        code.line()
    }

    private func named(_ text: String) -> String {
        text.split(separator: "NAMESPACE", omittingEmptySubsequences: false)
            .joined(separator: namespace)
    }

    // MARK: The client and its groups

    private mutating func client() {
        inNamespace { client, code in
            code.documentation([
                "The operations, by group.",
                "It is a value without state of its own: make one, and copy it as you like.",
            ])
            code.block("public struct Client: Sendable {") { client.clientMembers(&$0) }
        }
    }

    private func clientMembers(_ code: inout CodeWriter) {
        code.lines("let connection: Connection\n")
        code.documentation([
            "Creates a client.",
            """
            - Parameters:
              - baseURL: Where the API is; a path in it comes before all others.
              - headers: Fields of every call.
              - token: Asked at each call, and sent as `Authorization: Bearer …`.
              - transport: What carries the requests.
            """,
        ])
        code.block("public init(", ") {") { code in
            code.lines(
                """
                baseURL: URL, headers: [String: String] = [:],
                token: @escaping @Sendable () async throws -> String? = { nil },
                transport: any Transport = URLSessionTransport()
                """)
        }
        code.lines(
            """
                connection = Connection(
                    baseURL: baseURL, headers: headers, token: token, transport: transport)
            }

            private init(_ connection: Connection) { self.connection = connection }

            /// The same client with further header fields in every call.
            public func with(headers: [String: String]) -> Client {
                var connection = connection
                connection.headers.merge(headers) { $1 }
                return Client(connection)
            }
            """)
        for group in model.groups {
            guard let name = group.name else {
                for operation in group.operations {
                    code.line()
                    code.swiftFunction(operation, in: model)
                }
                continue
            }
            code.line()
            code.documentation([group.description].compactMap(\.self))
            let type = "\(group.typeName)(connection: connection)"
            code.line("public var \(name.swiftName): \(group.typeName) { \(type) }")
        }
    }

    private mutating func group(_ group: ClientGroup) {
        inNamespace { client, code in
            code.documentation([group.description ?? "The operations of `\(group.name ?? "")`."])
            code.block("public struct \(group.typeName): Sendable {") { code in
                code.line("let connection: Connection")
                for operation in group.operations {
                    code.line()
                    code.swiftFunction(operation, in: client.model)
                }
            }
        }
    }
}

extension CodeWriter {
    /// Documentation lines; nothing when there is nothing to say.
    mutating func documentation(_ paragraphs: [String]) {
        let text = paragraphs.joined(separator: "\n\n")
        guard !text.isEmpty else { return }
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            self.line(line.isEmpty ? "///" : "/// \(line)")
        }
    }
}

extension String {
    fileprivate var withoutLastBreak: String { hasSuffix("\n") ? String(dropLast()) : self }
}
