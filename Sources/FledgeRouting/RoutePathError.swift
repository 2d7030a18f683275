// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Values that do not make a path of a pattern, all named at once.
///
/// ```
/// No path for "/users/:id/orders/:order": 'order' has no value; there is no parameter 'ordr'.
/// ```
public struct RoutePathError: Error, Sendable, Hashable, CustomStringConvertible {
    enum Problem: Sendable, Hashable {
        case missing(String)
        case superfluous(String)
        case empty(String)
        case emptySegment(String)
        case dotSegment(String)
        case givenTwice(String)
        case noCatchAll
    }

    /// The pattern whose path was asked for.
    public let pattern: String

    let problems: [Problem]

    /// The code to search the documentation for.
    public var code: String { "FLEDGE_PATH_VALUES" }

    /// The parameters that have no value, in the order of the path.
    public var missing: [String] {
        problems.compactMap { if case .missing(let name) = $0 { name } else { nil } }
    }

    /// The values that belong to no parameter of the pattern, sorted.
    public var superfluous: [String] {
        problems.compactMap { if case .superfluous(let name) = $0 { name } else { nil } }
    }

    /// One sentence with everything wrong.
    ///
    /// It holds names, never values, so it is safe to log.
    public var description: String {
        let all = problems.map(\.description).joined(separator: "; ")
        return "No path for \"\(pattern)\": \(all)."
    }
}

extension RoutePathError.Problem: CustomStringConvertible {
    var description: String {
        switch self {
        case .missing(let name):
            "'\(name)' has no value"
        case .superfluous(let name):
            "there is no parameter '\(name)'"
        case .givenTwice(let name):
            "'\(name)' was given as text and as segments; give it once"
        case .empty(let name):
            "the value of '\(name)' is empty, and no request would match it"
        case .emptySegment(let name):
            "the value of '\(name)' has an empty segment; remove its leading, trailing or double '/'"
        case .dotSegment(let name):
            "the value of '\(name)' makes a '.' or '..' segment, which clients resolve away"
        case .noCatchAll:
            "segments were given for a catch-all, and the pattern has none"
        }
    }
}
