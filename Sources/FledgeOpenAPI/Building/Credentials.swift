// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import FledgeJSON

/// The credentials that the operations of a document ask for.
struct Credentials {
    private var schemes: [(name: String, scheme: SecurityScheme)] = []

    /// The ways in which an operation can be asked, the best first: each is what must be shown at once.
    ///
    /// - Returns: `nil` when nothing is asked for.
    mutating func requirement(_ needs: [RouteDescription.Need]) -> JSON? {
        guard !needs.isEmpty else { return nil }
        let required = needs.filter { !$0.isOptional }
        let optional = needs.filter { need in
            need.isOptional && !required.contains { $0.schemes == need.schemes }
        }
        var ways = smallest(combinations(required))
        if !optional.isEmpty {
            let best = smallest(combinations(required + optional))
            ways = best + ways.filter { !best.contains($0) }
        }
        return .array(
            ways.map { way in
                .object(way.reduce(into: JSON.Object()) { $0[name(of: $1)] = [] })
            })
    }

    /// One credential of each need, in all ways.
    private func combinations(_ needs: [RouteDescription.Need]) -> [[SecurityScheme]] {
        needs.reduce([[]]) { ways, need in
            ways.flatMap { way in
                need.schemes.map { way.contains($0) ? way : way + [$0] }
            }
        }
    }

    /// Without the ways that ask for all that another one does, and more.
    private func smallest(_ ways: [[SecurityScheme]]) -> [[SecurityScheme]] {
        ways.enumerated().filter { index, way in
            !ways.enumerated().contains { other in
                let isLess = other.element.count < way.count
                let isEarlier = other.element.count == way.count && other.offset < index
                return (isLess || isEarlier) && Set(other.element).isSubset(of: way)
            }
        }.map(\.element)
    }

    /// Two schemes of one name are told apart by a number.
    private mutating func name(of scheme: SecurityScheme) -> String {
        if let known = schemes.first(where: { $0.scheme == scheme }) { return known.name }
        let same = schemes.count { $0.scheme.name == scheme.name }
        let name = same == 0 ? scheme.name : "\(scheme.name)\(same + 1)"
        schemes.append((name, scheme))
        return name
    }

    /// The components, by name.
    var components: JSON.Object {
        schemes.sorted { $0.name < $1.name }
            .reduce(into: JSON.Object()) { $0[$1.name] = Self.write($1.scheme) }
    }

    private static func write(_ scheme: SecurityScheme) -> JSON {
        var json: JSON.Object = [:]
        switch scheme.form {
        case .bearer(let format):
            json = ["type": "http", "scheme": "bearer"]
            if let format { json["bearerFormat"] = .string(format) }
        case .basic: json = ["type": "http", "scheme": "basic"]
        case .header(let name): json = ["type": "apiKey", "in": "header", "name": .string(name)]
        case .cookie(let name): json = ["type": "apiKey", "in": "cookie", "name": .string(name)]
        }
        if let details = scheme.details { json["description"] = .string(details) }
        return .object(json)
    }
}
