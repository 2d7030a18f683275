// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

package import FledgeHTTP
import FledgeJSON
package import NIOCore

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The one seam through which JSON enters and leaves the framework.
///
/// Types with a schema read and write themselves (`JSONCoding+Schema.swift`). What is only `Codable`
/// goes through Foundation's coders, behind the same strict reader, and about ten times slower.
package enum JSONCoding {
    /// Encodes `value`: UTF-8, dates as RFC 3339, members sorted by name so that equal values give
    /// equal bytes.
    ///
    /// - Throws: `EncodingError`; the handler's answer is then a 500.
    package static func encode(_ value: some Encodable) throws -> Body {
        if let value = value as? any SchemaType { return try encode(value) }
        return try encoder().encode(value).withUnsafeBytes { Body(copying: $0) }
    }

    /// Decodes a whole document into `T`.
    ///
    /// - Throws: ``Problem``: 400 with line and column for bad syntax, 422 with the JSON Pointer of
    ///   the field for a value that does not fit.
    package static func decode<T: Decodable>(
        _ type: T.Type,
        from bytes: ByteBuffer,
        maximumDepth: Int
    ) throws -> T {
        if let own = T.self as? any SchemaType.Type {
            return try decodeOpened(own, as: type, from: bytes, maximumDepth: maximumDepth)
        }
        try checkSyntax(of: bytes, maximumDepth: maximumDepth)
        do {
            return try decoder().decode(type, from: Data(bytes.readableBytesView))
        } catch let error as DecodingError {
            throw DecodingProblem.problem(for: error)
        }
    }

    /// The text of `json`, compact, members in their order.
    ///
    /// A number that is not finite has no form and is written as `null`.
    package static func text(_ json: JSON) -> Body {
        // An open value has a form for everything that it can hold.
        (try? JSONWriter.withEncodedBytes(json) { Body(copying: $0) }) ?? .empty
    }

    // Coders are made for each call: they are cheap beside the coding itself, and sharing one
    // would rest on its thread safety, which Foundation does not promise.
    private static func encoder() -> JSONEncoder {
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .custom { date, encoder in
            var container = encoder.singleValueContainer()
            guard let text = RFC3339.text(date.timeIntervalSince1970) else {
                throw EncodingError.invalidValue(
                    date,
                    .init(
                        codingPath: encoder.codingPath,
                        debugDescription: "RFC 3339 has no date before the year 0 or after 9999."))
            }
            try container.encode(text)
        }
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }

    private static func decoder() -> JSONDecoder {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .custom(date)
        return decoder
    }

    /// RFC 3339, since `.iso8601` refuses fractions of a second, which every `toISOString()` of
    /// JavaScript sends.
    private static func date(from decoder: any Decoder) throws -> Date {
        let text = try decoder.singleValueContainer().decode(String.self)
        if let seconds = RFC3339.seconds(text) { return Date(timeIntervalSince1970: seconds) }
        throw DecodingError.dataCorrupted(
            .init(
                codingPath: decoder.codingPath,
                debugDescription: "It must be \(Date.parameterDescription)."))
    }
}

/// What a decoding error means to the client who sent the body.
enum DecodingProblem {
    static func problem(for error: DecodingError) -> Problem {
        let violation = violation(for: error)
        return Problem(
            .unprocessableContent,
            "The body does not have the expected form. \(violation.message)",
            code: "invalid_body",
            violations: [violation]
        )
    }

    private static func violation(for error: DecodingError) -> Problem.Violation {
        switch error {
        case .keyNotFound(let key, let context):
            let path = context.codingPath + [key]
            return make(path, "missing", "is required.")
        case .valueNotFound(let type, let context):
            return make(
                context.codingPath, "null", "must not be null, but \(name(of: type)).")
        case .typeMismatch(let type, let context):
            return make(context.codingPath, "type", "must be \(name(of: type)).")
        case .dataCorrupted(let context)
        where context.debugDescription.hasPrefix("The given data was not valid JSON"):
            // The syntax was checked, so this is a number; Foundation does not say where it stands.
            return .init(
                .pointer(""), code: "type",
                "A number is too large, or has a fraction where a whole number must be.")
        case .dataCorrupted(let context):
            return make(context.codingPath, "invalid", "is not valid: \(context.debugDescription)")
        @unknown default:
            return make([], "invalid", "could not be read.")
        }
    }

    private static func make(
        _ path: [any CodingKey],
        _ code: String,
        _ message: String
    ) -> Problem.Violation {
        let pointer = pointer(path)
        let subject = path.isEmpty ? "The body" : "'\(pointer)'"
        return .init(.pointer(pointer), code: code, "\(subject) \(message)")
    }

    /// RFC 6901: `~` and `/` in names are escaped.
    static func pointer(_ path: [any CodingKey]) -> String {
        path.map { key in
            let name = key.intValue.map(String.init) ?? key.stringValue
            return "/"
                + name.split(separator: "~", omittingEmptySubsequences: false)
                .joined(separator: "~0")
                .split(separator: "/", omittingEmptySubsequences: false)
                .joined(separator: "~1")
        }
        .joined()
    }

    /// The JSON word for a Swift type, since clients are not written in Swift.
    private static func name(of type: any Any.Type) -> String {
        switch type {
        case is String.Type: "a string"
        case is Bool.Type: "true or false"
        case is any BinaryInteger.Type: "a whole number"
        case is any BinaryFloatingPoint.Type: "a number"
        case is any JSONObjectShape.Type: "an object"
        case is any JSONArrayShape.Type: "an array"
        default: "of another type"
        }
    }
}

/// Foundation reports a wrong container as a mismatch with these types.
private protocol JSONObjectShape {}
private protocol JSONArrayShape {}
extension Dictionary: JSONObjectShape {}
extension Array: JSONArrayShape {}
