// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

public import FledgeHTTP
public import FledgeSchema
package import NIOCore

// Types with a schema are read and written by themselves; see FledgeSchema. Everything else goes
// through Foundation.
extension JSONCoding {
    /// Encodes `value`, members in the order of the type.
    ///
    /// - Throws: ``JSONWritingError`` for a number that JSON cannot say; the answer is then a 500.
    package static func encode(_ value: some SchemaType) throws -> ByteBuffer {
        try JSONWriter.withEncodedBytes(value) { ByteBuffer(bytes: $0) }
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
}

extension DecodingFailure {
    /// What a body that cannot be read means to the client who sent it.
    package var problem: Problem {
        switch self {
        case .malformed(let mistake): mistake.problem
        case .invalid(let violations): Problem(violations)
        }
    }
}

extension Problem {
    /// The answer to an input that breaks rules: all of them, each with its place.
    ///
    ///     case .invalid(let violations): Problem(violations)
    ///     case .notOrderable(let violations): Problem(.conflict, violations, code: "not_orderable")
    ///
    /// - Parameters:
    ///   - status: The status of the answer.
    ///   - violations: What is wrong, with JSON Pointers into the body.
    ///   - code: A stable word for programs.
    public init(
        _ status: Status = .unprocessableContent,
        _ violations: [FledgeSchema.Violation],
        code: String = "invalid_body"
    ) {
        self.init(
            status,
            (status == .unprocessableContent ? "The body does not have the expected form. " : "")
                + violations.map(\.sentence).joined(separator: " "),
            code: code,
            violations: violations.map { .init(.pointer($0.pointer), code: $0.code, $0.sentence) }
        )
    }
}

extension JSONSyntaxError {
    fileprivate var problem: Problem {
        Problem(
            .badRequest,
            "The body is not valid JSON: \(message) at line \(line), column \(column).",
            code: kind.rawValue,
            extensions: ["line": .integer(line), "column": .integer(column)]
        )
    }
}

extension FledgeSchema.Violation {
    /// Place and message as a sentence: `'/lines/0/quantity' must be a whole number.`
    package var sentence: String {
        let subject = pointer.isEmpty ? "The body" : "'\(pointer)'"
        return "\(subject) \(message)."
    }
}
