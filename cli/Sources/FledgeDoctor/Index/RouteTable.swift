// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// The routes of an app and the paths at which they answer.
struct RouteTable: Sendable {
    struct Entry: Sendable {
        var function: FunctionUnit
        var file: FileIndex
        var verb: String
        /// As a reader writes it: `/users/:id`.
        var path: String
        /// The segments; `:` stands for one of any text, `*` for any number of them.
        var segments: [String]
        /// Whether the start of the path is known, or only its end.
        var isWhole: Bool
    }

    var entries: [Entry] = []

    init(_ index: AppIndex) {
        let places = RoutePrefixes(index.files)
        let named = RouteCall.byHandler(index)
        let mounts = Self.mounts(index, places)
        var closures: [SyntaxIdentifier: FunctionCallExprSyntax] = [:]
        for call in index.files.flatMap(\.routes) {
            if let closure = call.closure { closures[closure.id] = call.node }
        }
        for (file, function) in index.functions where function.isHandler {
            var found: [(verb: String, place: RoutePrefixes.Prefix)] = []
            if let call = closures[function.node.id] {
                found = places.paths(of: call, isMount: false).map { (function.verb ?? "GET", $0) }
            } else if let calls = named[function.simpleName]?.filter({ $0.fits(function) }),
                !calls.isEmpty
            {
                found = calls.flatMap { named in
                    places.paths(of: named.call.node, isMount: false).map { (named.call.verb, $0) }
                }
            } else {
                found = Self.places(function, file, mounts).map { (function.verb ?? "GET", $0) }
            }
            for (verb, place) in found {
                entries.append(
                    Entry(
                        function: function, file: file, verb: verb,
                        path: Self.readable(place.path), segments: Self.segments(place.path),
                        isWhole: place.isWhole))
            }
        }
    }

    /// Where each controller is mounted.
    private static func mounts(
        _ index: AppIndex, _ places: RoutePrefixes
    ) -> [String: [RoutePrefixes.Prefix]] {
        var found: [String: Set<RoutePrefixes.Prefix>] = [:]
        for file in index.files where !file.isTest {
            for call in file.mounts {
                let scope = call.scope(file, index)
                for argument in call.node.arguments {
                    for (type, path) in mounted(argument.expression, call.node, scope, places)
                    where index.types[type] != nil {
                        let all = places.paths(of: call.node, isMount: true)
                        let fitting =
                            path.map { own in all.filter { $0.path.hasSuffix(own) } } ?? all
                        found[type, default: []].formUnion(fitting.isEmpty ? all : fitting)
                    }
                }
            }
        }
        return found.mapValues(Array.init)
    }

    /// The types that an argument of `use` may have; of rows of a loop each with its own path.
    private static func mounted(
        _ node: ExprSyntax, _ call: FunctionCallExprSyntax, _ scope: Scope, _ places: RoutePrefixes
    ) -> [(type: String, path: String?)] {
        if let type = scope.type(of: node), !TypeText.isScalar(type) {
            return [(TypeText.last(type), nil)]
        }
        guard node.memberPath != nil else { return [] }
        var found: [(String, String?)] = []
        for values in places.reader.surroundings(of: call) {
            guard case .group(let type?, _) = places.reader.value(of: node, values) else {
                continue
            }
            var path: String?
            if let first = Verbs.pathExpression(call),
                case .text(let text, _) = places.reader.value(of: first, values)
            {
                path = text
            }
            found.append((type, path))
        }
        return found
    }

    private static func places(
        _ function: FunctionUnit, _ file: FileIndex, _ mounts: [String: [RoutePrefixes.Prefix]]
    ) -> [RoutePrefixes.Prefix] {
        let own = function.pathText ?? ""
        if let owner = function.owner, let known = mounts[owner] {
            return known.map { .init(path: $0.path + own, isWhole: $0.isWhole) }
        }
        let isRoute = function.ownerUnit.map { file.types[$0].isRoute } ?? false
        // A controller below app/ that nobody mounts is mounted by its folder.
        return [.init(path: folderPath(file) + own, isWhole: isRoute || function.pathText == nil)]
    }

    /// The path of a folder below `app/`: groups `(x)` are left out, `[id]` is any segment.
    static func folderPath(_ file: FileIndex) -> String {
        file.source.folders.filter { !$0.hasPrefix("(") && !$0.hasPrefix("_") }
            .map { "/" + $0 }.joined()
    }

    /// `/users/:id` of `/users/[id]`.
    private static func readable(_ path: String) -> String {
        let text = path.replacing(String(TextValue.hole), with: ":?").replacing("[[...", with: "*")
            .replacing("[...", with: "*")
            .replacing("[", with: ":").replacing("]", with: "")
        return text.isEmpty ? "/" : text
    }

    static func segments(_ path: String) -> [String] {
        path.split(separator: "/").map { segment in
            if segment.contains(TextValue.wideHole) || segment.hasPrefix("*")
                || segment.hasPrefix("[...") || segment.hasPrefix("[[...")
            {
                return "*"
            }
            return segment.contains(":") || segment.contains("[")
                || segment.contains(TextValue.hole) ? ":" : String(segment)
        }
    }
}
