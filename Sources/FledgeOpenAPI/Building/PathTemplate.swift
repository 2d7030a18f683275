// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeRouting

/// A route's path as OpenAPI writes it: `/users/{id}`.
struct PathTemplate: Hashable {
    /// One placeholder of the path.
    struct Placeholder: Hashable {
        var name: String
        /// Whether it stands for several segments, which OpenAPI cannot say.
        var isCatchAll: Bool
    }

    /// What stands between the names, which is all that a request shows.
    private(set) var literals: [String]
    private(set) var placeholders: [Placeholder]
    /// The static segments as people wrote them, for names and tags.
    private(set) var words: [String] = []

    /// - Returns: The templates of a pattern: two for one whose catch-all may match nothing.
    static func all(of pattern: RoutePattern) -> [PathTemplate] {
        let whole = PathTemplate(pattern.segments, hasTrailingSlash: pattern.hasTrailingSlash)
        guard case .catchAll(_, allowsEmpty: true) = pattern.segments.last else { return [whole] }
        return [PathTemplate(pattern.segments.dropLast(), hasTrailingSlash: false), whole]
    }

    private init(_ segments: [RoutePattern.Segment], hasTrailingSlash: Bool) {
        literals = [""]
        placeholders = []
        for segment in segments {
            literals[literals.count - 1] += "/"
            switch segment {
            case .literal(let text):
                words.append(String(decoding: text, as: UTF8.self))
                append(text)
            case .parameter(let name, let prefix, let suffix):
                append(prefix)
                append(Placeholder(name: name, isCatchAll: false))
                append(suffix)
            case .catchAll(let name, _):
                append(Placeholder(name: name, isCatchAll: true))
            }
        }
        if segments.isEmpty || hasTrailingSlash { literals[literals.count - 1] += "/" }
    }

    private mutating func append(_ placeholder: Placeholder) {
        placeholders.append(placeholder)
        literals.append("")
    }

    /// As it stands in a URL, so that a brace of the path is none of the template.
    private mutating func append(_ text: [UInt8]) {
        PercentEncoding.append(text, to: &literals[literals.count - 1])
    }

    /// The template with names of its own or of another route with the same path.
    func text(names: [String]) -> String {
        zip(literals, names.map { "{\($0)}" } + [""]).map { $0 + $1 }.joined()
    }

    var names: [String] { placeholders.map(\.name) }
}
