// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// A pattern that Fledge cannot read, with the place and the way to write it right.
///
/// ```
/// The route pattern "/users/{id}" is wrong at character 8: Fledge writes a parameter ':id', not '{id}'.
/// ```
public struct RoutePatternError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What kind of mistake it is; stable across releases, unlike the message.
    public struct Code: Sendable, Hashable, CustomStringConvertible {
        private enum Kind: String {
            case syntax = "FLEDGE_PATTERN_SYNTAX"
            case foreignSyntax = "FLEDGE_PATTERN_FOREIGN_SYNTAX"
            case badName = "FLEDGE_PATTERN_NAME"
            case duplicateName = "FLEDGE_PATTERN_DUPLICATE_NAME"
            case catchAllNotLast = "FLEDGE_PATTERN_CATCH_ALL_NOT_LAST"
        }

        private let kind: Kind

        /// An empty segment, a dot segment, a query, or a character that must be escaped.
        public static let syntax = Code(kind: .syntax)
        /// A placeholder as another framework writes it: `{id}`, `[id]`, `<id>`, `:id?`.
        public static let foreignSyntax = Code(kind: .foreignSyntax)
        /// A parameter without a name, or with one that Fledge does not take.
        public static let badName = Code(kind: .badName)
        /// One name used by two parameters of a path.
        public static let duplicateName = Code(kind: .duplicateName)
        /// Something follows a catch-all, which takes the rest of the path.
        public static let catchAllNotLast = Code(kind: .catchAllNotLast)

        /// The code to search the documentation for, such as `FLEDGE_PATTERN_SYNTAX`.
        public var description: String { kind.rawValue }
    }

    /// What kind of mistake it is.
    public let code: Code

    /// The pattern as it was written.
    public let pattern: String

    /// Where it goes wrong, counted from 1 in Unicode scalars; nil when the whole is wrong.
    public let character: Int?

    /// What is wrong and what to write instead, without the pattern and without a full stop.
    public let message: String

    init(_ code: Code, pattern: String, character: Int? = nil, _ message: String) {
        self.code = code
        self.pattern = pattern
        self.character = character
        self.message = message
    }

    /// The whole sentence, with pattern and place.
    public var description: String {
        let place = character.map { " at character \($0)" } ?? ""
        return "The route pattern \"\(pattern)\" is wrong\(place): \(message)."
    }
}
