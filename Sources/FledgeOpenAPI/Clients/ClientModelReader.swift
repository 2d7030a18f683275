// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeJSON

/// Reads a ``ClientModel`` from an OpenAPI 3.1 document.
///
/// Only what an operation uses becomes a type. Problem answers are not read as types: their form is
/// one for all operations, and the clients bring it along.
struct ClientModelReader {
    let root: DocumentNode
    /// In the order of their first use, owners before their parts.
    var declarations: [ClientDeclaration] = []
    /// The types that have no name in the document.
    var anonymous: Set<String> = []
    /// The names of the components that have been met, by reference.
    var typeNames: [String: String] = [:]
    var pool = NamePool(reserved: ClientNames.reservedTypes)

    /// Reads a whole document.
    ///
    /// - Throws: When it is no OpenAPI 3.1 document, or refers to something that is not in it.
    static func read(_ document: JSON) throws(ClientGenerationError) -> ClientModel {
        var reader = ClientModelReader(root: DocumentNode(value: document, pointer: ""))
        return try reader.model()
    }

    private init(root: DocumentNode) { self.root = root }

    private mutating func model() throws(ClientGenerationError) -> ClientModel {
        guard let version = root.child("openapi")?.text, version.hasPrefix("3.1") else {
            throw ClientGenerationError(
                pointer: "/openapi",
                message:
                    "This is not an OpenAPI 3.1 document: its member 'openapi' must be \"3.1.…\".")
        }
        // Components keep their plain names, whatever is met first.
        for (key, _) in root.descendant("components/schemas")?.children ?? [] {
            let plain = ClientNames.type(ClientNames.words(key))
            typeNames["#/components/schemas/" + key] = pool.take(plain, plain + "Model")
        }
        let info = root.child("info")
        var model = ClientModel(
            title: info?.words("title") ?? "API",
            version: info?.words("version") ?? "",
            description: info?.words("description"),
            groups: try groups(), types: [])
        model.types = declarations
        model.mergeEnumerations(anonymous: anonymous)
        model.markUsage()
        return model
    }

    /// The node itself, or what its `$ref` names.
    func resolve(_ node: DocumentNode) throws(ClientGenerationError) -> DocumentNode {
        var node = node
        // A chain of references that is longer goes in a circle.
        for _ in 0..<32 {
            guard let reference = node.child("$ref")?.text else { return node }
            guard reference.hasPrefix("#/"), let target = root.descendant(reference.dropFirst(2))
            else {
                throw ClientGenerationError(
                    pointer: node.pointer + "/$ref",
                    message: "'\(reference)' is not in the document. References to other documents "
                        + "cannot be followed; bundle them into one first.")
            }
            node = target
        }
        throw ClientGenerationError(
            pointer: node.pointer, message: "This reference leads back to itself.")
    }
}

extension ClientModel {
    /// Notes where values of each type go.
    fileprivate mutating func markUsage() {
        for operation in groups.flatMap(\.operations) {
            for parameter in operation.parameters { mark(parameter.type, .request) }
            if let body = operation.body { mark(body.type, .request) }
            for answer in operation.answers { mark(answer.type, .response) }
        }
    }

    private mutating func mark(_ type: ClientType, _ usage: ClientDeclaration.Usage) {
        var pending = type.names()
        while let name = pending.popLast() {
            guard let index = types.firstIndex(where: { $0.name == name }),
                !types[index].usage.contains(usage)
            else { continue }
            types[index].usage.insert(usage)
            pending += types[index].names()
        }
    }
}
