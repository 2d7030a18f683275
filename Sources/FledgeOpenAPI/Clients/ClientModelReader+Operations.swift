// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeJSON

extension ClientModelReader {
    private static let methods = ["get", "post", "put", "patch", "delete"]

    /// The operations by their first tag.
    mutating func groups() throws(ClientGenerationError) -> [ClientGroup] {
        let tags = root.child("tags")?.elements ?? []
        var byTag: [(tag: String?, operations: [ClientOperation])] = []
        for (path, item) in root.child("paths")?.children ?? [] {
            let item = try resolve(item)
            for method in Self.methods {
                guard let node = item.child(method) else { continue }
                let tag = node.child("tags")?.texts.first
                let index = byTag.firstIndex { $0.tag == tag } ?? byTag.endIndex
                if index == byTag.endIndex { byTag.append((tag, [])) }
                let operation = try operation(node, method: method, path: path, item: item)
                byTag[index].operations.append(operation)
            }
        }
        for index in byTag.indices {
            let names = OperationName.names(
                of: byTag[index].operations.map(\.name), in: byTag[index].tag)
            for (place, name) in names.enumerated() { byTag[index].operations[place].name = name }
        }
        // Groups and the operations that have none are members of the same client.
        let loose = byTag.first { $0.tag == nil }?.operations.map { $0.name.lowercased() } ?? []
        var members = NamePool(reserved: Set(loose))
        var groups: [ClientGroup] = []
        for (tag, operations) in byTag {
            let words = ClientNames.words(tag ?? "Client")
            let described = tags.first { $0.child("name")?.text == tag }
            groups.append(
                ClientGroup(
                    name: tag == nil ? nil : members.take(ClientNames.member(words)),
                    typeName: tag == nil ? "Client" : pool.take(ClientNames.type(words) + "API"),
                    description: described?.words("description"), operations: operations))
        }
        return groups
    }

    private mutating func operation(
        _ node: DocumentNode, method: String, path: String, item: DocumentNode
    ) throws(ClientGenerationError) -> ClientOperation {
        let tag = ClientNames.words(node.child("tags")?.texts.first ?? "")
        let name = node.child("operationId")?.text ?? method + " " + path
        var operation = ClientOperation(
            name: name, method: method.uppercased(), template: path, path: [], parameters: [],
            body: nil, answers: [], problems: [], security: try security(node),
            summary: node.words("summary"), description: node.words("description"),
            isDeprecated: node.child("deprecated")?.isTrue == true)
        let typeWords = tag + OperationName.short(ClientNames.words(name), in: tag)
        operation.parameters = try parameters(node, item: item, name: typeWords)
        operation.path = try pieces(of: path, operation.parameters, at: node)
        if let body = node.child("requestBody") {
            operation.body = try self.body(try resolve(body), name: typeWords + ["Body"])
        }
        (operation.answers, operation.problems) = try answers(node, name: typeWords)
        return operation
    }

    // MARK: Parameters

    /// Those of the operation win over those of the whole path.
    private mutating func parameters(
        _ node: DocumentNode, item: DocumentNode, name: [String]
    ) throws(ClientGenerationError) -> [ClientParameter] {
        var nodes: [DocumentNode] = []
        let all =
            (item.child("parameters")?.elements ?? []) + (node.child("parameters")?.elements ?? [])
        for reference in all {
            let parameter = try resolve(reference)
            let same = nodes.firstIndex { earlier in
                ["name", "in"].allSatisfy {
                    earlier.child($0)?.value == parameter.child($0)?.value
                }
            }
            if let same { nodes[same] = parameter } else { nodes.append(parameter) }
        }
        var names = NamePool(reserved: ClientNames.reservedParameters)
        var parameters: [ClientParameter] = []
        for node in nodes {
            if let parameter = try parameter(node, name: name, names: &names) {
                parameters.append(parameter)
            }
        }
        return parameters
    }

    private mutating func parameter(
        _ node: DocumentNode, name: [String], names: inout NamePool
    ) throws(ClientGenerationError) -> ClientParameter? {
        guard let wireName = node.child("name")?.text, let kind = node.child("in")?.text else {
            throw ClientGenerationError(
                pointer: node.pointer, message: "A parameter needs 'name' and 'in'.")
        }
        // OpenAPI 3.1, 4.8.12: these header fields are not described as parameters.
        let isIgnored = ["accept", "content-type", "authorization"].contains(wireName.lowercased())
        guard kind != "cookie", kind != "header" || !isIgnored else { return nil }
        var type = ClientType.text(.plain)
        if let schema = node.child("schema") {
            type = try self.type(of: schema, name: name + ClientNames.words(wireName))
        }
        if case .nullable(let value) = type { type = value }  // Absent is all that can be said.
        let member = ClientNames.member(wireName)
        return ClientParameter(
            wireName: wireName,
            name: names.take(member, member + (kind == "header" ? "Header" : "Parameter")),
            place: place(node, kind: kind, type: type), type: type,
            isRequired: kind == "path" || node.child("required")?.isTrue == true,
            description: node.words("description"),
            defaultValue: try node.child("schema").map(resolve)?.child("default")?.value)
    }

    private func place(
        _ node: DocumentNode, kind: String, type: ClientType
    ) -> ClientParameter.Place {
        let isRest = node.child("x-catch-all")?.isTrue == true
        switch kind {
        case "path":
            if case .array = type { return .restOfPath }
            return isRest ? .restOfPath : .path
        case "query":
            return node.child("explode")?.value == .bool(false) ? .commaSeparatedQuery : .query
        default: return .header
        }
    }

    private func pieces(
        of path: String, _ parameters: [ClientParameter], at node: DocumentNode
    ) throws(ClientGenerationError) -> [ClientOperation.PathPiece] {
        var pieces: [ClientOperation.PathPiece] = []
        var rest = Substring(path)
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let name = rest[rest.index(after: open)..<close]
            let index = parameters.firstIndex {
                [.path, .restOfPath].contains($0.place) && $0.wireName == name
            }
            guard let index else {
                throw ClientGenerationError(
                    pointer: node.pointer,
                    message: "The path has '{\(name)}', and no parameter of that name is described."
                )
            }
            if open > rest.startIndex { pieces.append(.text(String(rest[..<open]))) }
            pieces.append(.parameter(index))
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { pieces.append(.text(String(rest))) }
        return pieces
    }

    /// What a caller has to send to be let in: alternatives, in the order of the document.
    private func security(_ node: DocumentNode) throws(ClientGenerationError) -> [String] {
        let requirements = (node.child("security") ?? root.child("security"))?.elements ?? []
        var words: [String] = []
        for name in requirements.flatMap({ $0.children.map(\.name) }) {
            guard let scheme = root.descendant("components/securitySchemes")?.child(name) else {
                continue
            }
            let text = credential(try resolve(scheme), name: name)
            if !words.contains(text) { words.append(text) }
        }
        return words
    }

    private func credential(_ scheme: DocumentNode, name: String) -> String {
        switch scheme.child("type")?.text {
        case "http":
            return scheme.child("scheme")?.text == "basic" ? "a password" : "a token"
        case "apiKey":
            let place = scheme.child("in")?.text ?? "header"
            return "the \(place) '\(scheme.child("name")?.text ?? name)'"
        default:
            return name
        }
    }
}
