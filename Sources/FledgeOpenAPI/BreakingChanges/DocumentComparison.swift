// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

public import FledgeJSON

extension OpenAPIDocument {
    /// What would break a client of `old` that talks to `new`.
    ///
    ///     for change in OpenAPIDocument.breakingChanges(from: released, to: current) { print(change) }
    ///
    /// Both are OpenAPI 3.1 documents. What a request may be must not become less, and what an answer may be
    /// must not become more; names of path parameters, summaries and the order of things do not
    /// count. It errs on the side of telling: a pattern that has changed is told, for instance, since
    /// nobody can say whether it takes less.
    ///
    /// - Parameters:
    ///   - old: The document that clients were made for.
    ///   - new: The document of the API as it will be.
    /// - Returns: The changes in the order of the old document; empty when there are none.
    public static func breakingChanges(from old: JSON, to new: JSON) -> [BreakingChange] {
        var comparison = DocumentComparison(old: old, new: new)
        return comparison.run()
    }
}

/// Compares the paths of two documents.
struct DocumentComparison {
    let old: JSON
    let new: JSON
    private var list = BreakingChangeList()

    init(old: JSON, new: JSON) {
        self.old = old
        self.new = new
    }

    static let methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"]

    mutating func run() -> [BreakingChange] {
        var found: [String: PathView] = [:]
        for (path, item) in new["paths"]?.members ?? [] {
            found[Self.shape(of: path)] = PathView(path: path, item: item.resolved(in: new))
        }
        for (path, item) in old["paths"]?.members ?? [] {
            let item = item.resolved(in: old)
            let methods = Self.methods.filter { item[$0] != nil }
            guard let successor = found[Self.shape(of: path)] else {
                for method in methods { routeIsGone(method, path) }
                continue
            }
            let before = PathView(path: path, item: item)
            for method in methods { compare(method, before, successor) }
        }
        return list.changes
    }

    private mutating func routeIsGone(_ method: String, _ path: String) {
        list.add(
            .routeRemoved, at: Self.place(method, path), "The route is gone.",
            "Requests to it get 404.")
    }

    private mutating func compare(_ method: String, _ old: PathView, _ new: PathView) {
        guard let operation = old.item[method] else { return }
        guard let successor = new.item[method] else {
            list.add(
                .methodRemoved, at: Self.place(method, old.path),
                "The path has no \(method.uppercased()) any more.", "Requests with it get 405.")
            return
        }
        let comparison = OperationComparison(
            place: Self.place(method, old.path),
            old: OperationView(operation, in: old, document: self.old),
            new: OperationView(successor, in: new, document: self.new))
        comparison.run(&list)
    }

    private static func place(_ method: String, _ path: String) -> String {
        "\(method.uppercased()) \(path)"
    }

    /// The path without the names of its parameters, which no request shows.
    private static func shape(of path: String) -> String {
        var shape = ""
        var isName = false
        for character in path {
            if character == "}" { isName = false }
            if !isName { shape.append(character) }
            if character == "{" { isName = true }
        }
        return shape
    }
}

/// A path as its document writes it, whose parameters may have other names in another document.
struct PathView {
    let path: String
    let item: JSON
}

/// One operation with what stands around it.
struct OperationView {
    let operation: JSON
    let document: JSON
    /// By place and name; those of the path by their position.
    let parameters: [(key: String, value: JSON)]

    init(_ operation: JSON, in place: PathView, document: JSON) {
        self.operation = operation
        self.document = document
        let own = operation["parameters"]?.elements ?? []
        let shared = place.item["parameters"]?.elements ?? []
        var found: [(key: String, value: JSON)] = []
        for parameter in (own + shared).map({ $0.resolved(in: document) }) {
            guard let key = Self.key(of: parameter, place.path),
                !found.contains(where: { $0.key == key })
            else { continue }
            found.append((key, parameter))
        }
        parameters = found
    }

    private static func key(of parameter: JSON, _ path: String) -> String? {
        guard let name = parameter["name"]?.text, let place = parameter["in"]?.text else {
            return nil
        }
        guard place == "path", let range = path.firstRange(of: "{\(name)}") else {
            // RFC 9110, 5.1: names of fields have no case.
            return "\(place) \(place == "header" ? name.lowercased() : name)"
        }
        return "path \(path[..<range.lowerBound].count { $0 == "{" })"
    }

    func parameter(_ key: String) -> JSON? { parameters.first { $0.key == key }?.value }

    var body: JSON? { operation["requestBody"]?.resolved(in: document) }

    var answers: [(status: String, answer: JSON)] {
        (operation["responses"]?.members ?? []).map { ($0.name, $0.value.resolved(in: document)) }
    }

    /// The sets of credentials, each of which is enough; an empty set is "none".
    var credentials: [Set<Credential>] {
        let requirements = (operation["security"] ?? document["security"])?.elements ?? []
        return requirements.isEmpty
            ? [[]] : requirements.map { Set($0.members.map { Credential($0.name, in: document) }) }
    }
}

/// Something that says who asks; it is what it is sent as, whatever its name.
struct Credential: Hashable {
    let name: String
    private let form: [String]

    init(_ name: String, in document: JSON) {
        self.name = name
        let scheme = document["components"]?["securitySchemes"]?[name]?.resolved(in: document)
        // RFC 9110, 11.1: names of schemes have no case.
        form =
            scheme.map { scheme in
                ["type", "scheme", "in", "name", "openIdConnectUrl"]
                    .map { scheme[$0]?.text?.lowercased() ?? "" }
            } ?? [name]
    }

    static func == (one: Credential, other: Credential) -> Bool { one.form == other.form }
    func hash(into hasher: inout Hasher) { hasher.combine(form) }
}
