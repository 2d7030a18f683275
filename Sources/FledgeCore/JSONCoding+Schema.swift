// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

public import FledgeHTTP
public import FledgeJSON
package import NIOCore

// Types with a schema are read and written by themselves; see FledgeJSON. Everything else goes
// through Foundation.
extension JSONCoding {
    /// Encodes `value`, members in the order of the type.
    ///
    /// - Throws: ``JSONWritingError`` for a number that JSON cannot say; the answer is then a 500.
    package static func encode(_ value: some SchemaType) throws -> Body {
        try JSONWriter.withEncodedBytes(value) { Body(copying: $0) }
    }

    /// Decodes a whole document into `T`.
    ///
    /// - Throws: ``Problem``: 400 with line and column for bad syntax, 422 with everything that does
    ///   not fit.
    package static func decode<T: SchemaType>(
        _ type: T.Type,
        from bytes: ByteBuffer,
        maximumDepth: Int
    ) throws -> T {
        let options = JSONReader.Options(depth: maximumDepth)
        do {
            return try bytes.withUnsafeReadableBytes {
                try JSONReader.decode(type, from: $0, options: options)
            }
        } catch let failure as DecodingFailure {
            throw failure.problem
        }
    }

    /// As above, for a type that turned out to have a schema.
    static func decodeOpened<Own: SchemaType, T>(
        _ own: Own.Type,
        as type: T.Type,
        from bytes: ByteBuffer,
        maximumDepth: Int
    ) throws -> T {
        same(try decode(own, from: bytes, maximumDepth: maximumDepth), as: type)
    }

    /// `value` as the type that was opened to get `Own`.
    static func same<Own, T>(_ value: Own, as type: T.Type) -> T {
        // Safe: `Own` is the dynamic value of `T.self`, so both are the same type.
        unsafeBitCast(value, to: type)
    }

    /// Holds a document to the rules of the reader, for a decoder that is less strict.
    ///
    /// - Throws: ``Problem`` with 400.
    static func checkSyntax(of bytes: ByteBuffer, maximumDepth: Int) throws {
        _ = try decode(AnyDocument.self, from: bytes, maximumDepth: maximumDepth)
    }
}

/// Some JSON, of which nothing is kept.
private struct AnyDocument: SchemaType {
    init(json reader: inout JSONReader) throws(JSONError) { try reader.skipValue() }
    func write(to writer: inout JSONWriter) { writer.null() }
    static func describe(in registry: inout SchemaRegistry) -> JSONSchema { JSONSchema([:]) }
}

extension DecodingFailure {
    /// What a body that cannot be read means to the client who sent it.
    package var problem: Problem {
        switch self {
        case .malformed(let mistake): mistake.problem(of: "The body")
        case .invalid(let violations): Problem(violations)
        }
    }

    /// What a part of a multipart form that cannot be read means to the client who sent it: line and
    /// column are those in the part, which is named.
    package func problem(ofPart name: String) -> Problem {
        guard case .malformed(let mistake) = self else { return problem }
        var problem = mistake.problem(of: "The part '\(name)'")
        problem.extensions["part"] = .string(name)
        return problem
    }
}

extension Problem {
    /// The answer to an input that breaks rules: all of them, each with its place.
    ///
    ///     case .invalid(let violations): Problem(violations)
    ///     case .notOrderable(let violations): Problem(violations, status: .conflict, code: "not_orderable")
    ///
    /// - Parameters:
    ///   - violations: What is wrong, with JSON Pointers into the body.
    ///   - status: The status of the answer.
    ///   - code: A stable word for programs.
    public init(
        _ violations: [FledgeJSON.Violation],
        status: Status = .unprocessableContent,
        code: String = "invalid_body"
    ) {
        self.init(
            status,
            (status == .unprocessableContent ? "The body does not have the expected form. " : "")
                + violations.map(\.sentence).joined(separator: " "),
            code: code,
            violations: violations.map {
                .init(.pointer($0.pointer), code: $0.code, $0.sentence, params: $0.params)
            }
        )
    }
}

extension JSONSyntaxError {
    fileprivate func problem(of subject: String) -> Problem {
        Problem(
            .badRequest,
            "\(subject) is not valid JSON: \(message) at line \(line), column \(column).",
            code: kind.rawValue,
            extensions: ["line": .integer(line), "column": .integer(column)]
        )
    }
}

extension FledgeJSON.Violation {
    /// Place and message as a sentence.
    ///
    /// `'/lines/0/quantity' must be a whole number.`
    package var sentence: String {
        let subject = pointer.isEmpty ? "The body" : "'\(pointer.shortenedName)'"
        return "\(subject) \(message)."
    }
}

extension String {
    /// A name of the input for a message, which must not become as long as the input: 64 characters.
    var shortenedName: String {
        // Bytes are counted first: characters take a walk through all of them.
        guard utf8.count > 64, unicodeScalars.count > 64 else { return self }
        return String(String.UnicodeScalarView(unicodeScalars.prefix(64))) + "…"
    }
}
