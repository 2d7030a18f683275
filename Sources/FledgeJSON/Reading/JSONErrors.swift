// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Why a value could not be read: what ``SchemaType/init(json:)`` throws.
///
/// The details are in the reader, so that throwing costs nothing on the way up.
@frozen public enum JSONError: Error, Sendable, Hashable {
    /// The text is no JSON, or goes beyond a limit. Everything ends.
    case malformed
    /// The value does not fit. A violation was recorded and the value was consumed.
    case invalid
}

/// A mistake in the text itself, and where it stands.
public struct JSONSyntaxError: Error, Sendable, Hashable {
    /// The kinds of mistakes.
    public enum Kind: String, Sendable {
        /// It is no JSON (RFC 8259), or no UTF-8.
        case syntax = "malformed_json"
        /// A name stands twice in one object.
        case duplicateKey = "duplicate_key"
        /// Arrays and objects are nested too deep, or there are too many values.
        case limit = "json_limit"
    }

    /// The kind, whose raw value is a stable word for programs.
    public var kind: Kind
    /// What was expected and what was found: `expected ':' but found '}'`.
    public var message: String
    /// Where, in bytes from the start.
    public var offset: Int
    /// The line, counted from 1.
    public var line: Int
    /// The column in the line, in characters (Unicode scalars), counted from 1.
    public var column: Int

    /// Creates an error.
    ///
    /// - Parameters:
    ///   - kind: The kind of mistake.
    ///   - message: What was expected and what was found.
    ///   - offset: Where, in bytes from the start.
    ///   - line: The line, counted from 1.
    ///   - column: The column in the line, in characters, counted from 1.
    public init(kind: Kind, message: String, offset: Int, line: Int, column: Int) {
        self.kind = kind
        self.message = message
        self.offset = offset
        self.line = line
        self.column = column
    }
}

extension JSONSyntaxError: CustomStringConvertible {
    /// The message with line and column.
    public var description: String { "\(message) at line \(line), column \(column)" }
}

/// Why a document could not be read.
public enum DecodingFailure: Error, Sendable, Hashable {
    /// The text is no JSON, or goes beyond a limit.
    case malformed(JSONSyntaxError)
    /// It is JSON, and these parts do not fit the type; never empty.
    case invalid([Violation])
}

extension DecodingFailure: CustomStringConvertible {
    /// All that is wrong, one line for each.
    public var description: String {
        switch self {
        case .malformed(let error): "\(error)"
        case .invalid(let violations):
            violations.map { "\($0.pointer.isEmpty ? "/" : $0.pointer) \($0.message)" }
                .joined(separator: "\n")
        }
    }
}
