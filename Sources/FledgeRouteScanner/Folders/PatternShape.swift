// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// What a route pattern matches, without the names of its parameters.
///
/// `/users/:id` and `/users/:name` have the same shape: they answer the same requests.
struct PatternShape: Sendable, Hashable {
    private let text: String

    init(_ pattern: String) {
        text = pattern.split(separator: "/").map(Self.shape).joined(separator: "/")
    }

    /// A parameter becomes the byte 0, which no pattern contains.
    private static func shape(of segment: Substring) -> String {
        var shape = ""
        var rest = segment
        while let character = rest.popFirst() {
            switch character {
            case "\\":
                if let escaped = rest.popFirst() { shape.append(escaped) }
            case "*" where shape.isEmpty:
                return rest.hasSuffix("?") ? "\0*?" : "\0*"
            case ":":
                shape.append("\0")
                rest = rest.drop { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
            default:
                shape.append(character)
            }
        }
        return shape
    }
}
