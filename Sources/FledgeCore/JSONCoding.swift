// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeHTTP
import FledgeSchema
package import NIOCore

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The one seam through which JSON enters and leaves the framework.
///
/// Today it is Foundation's coders behind a strict syntax check; a faster codec replaces the
/// inside of these functions and nothing else.
package enum JSONCoding {
    /// Encodes `value`: UTF-8, dates as RFC 3339, members sorted by name so that equal values give
    /// equal bytes.
    ///
    /// - Throws: `EncodingError`; the handler's answer is then a 500.
    package static func encode(_ value: some Encodable) throws -> ByteBuffer {
        if let json = value as? JSON { return ByteBuffer(string: text(json)) }
        return ByteBuffer(bytes: try encoder().encode(value))
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
        if let mistake = JSONSyntax.firstMistake(in: bytes, maximumDepth: maximumDepth) {
            throw Problem(
                .badRequest,
                "The body is not valid JSON: \(mistake.message) at line \(mistake.line), column \(mistake.column).",
                code: "malformed_json",
                extensions: ["line": .integer(mistake.line), "column": .integer(mistake.column)]
            )
        }
        do {
            return try decoder().decode(type, from: Data(bytes.readableBytesView))
        } catch let error as DecodingError {
            throw DecodingProblem.problem(for: error)
        }
    }

    /// The text of `json`, compact, members in their order.
    package static func text(_ json: JSON) -> String {
        var output = ""
        write(json, to: &output)
        return output
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

    /// The forms that parameters have, since `.iso8601` refuses fractions of a second, which every
    /// `toISOString()` of JavaScript sends.
    private static func date(from decoder: any Decoder) throws -> Date {
        let text = try decoder.singleValueContainer().decode(String.self)
        if let date = Date(parameter: text) { return date }
        throw DecodingError.dataCorrupted(
            .init(
                codingPath: decoder.codingPath,
                debugDescription: "It must be \(Date.parameterDescription)."))
    }

    private static func write(_ json: JSON, to output: inout String) {
        switch json {
        case .null: output += "null"
        case .bool(let value): output += value ? "true" : "false"
        case .integer(let value): output += String(value)
        case .number(let value): output += value.isFinite ? value.description : "null"
        case .literal(let value): output += value.text
        case .string(let value): writeQuoted(value, to: &output)
        case .array(let elements):
            output += "["
            for (index, element) in elements.enumerated() {
                if index > 0 { output += "," }
                write(element, to: &output)
            }
            output += "]"
        case .object(let object):
            output += "{"
            for (index, member) in object.enumerated() {
                if index > 0 { output += "," }
                writeQuoted(member.name, to: &output)
                output += ":"
                write(member.value, to: &output)
            }
            output += "}"
        }
    }

    private static func writeQuoted(_ text: String, to output: inout String) {
        output += "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": output += "\\\""
            case "\\": output += "\\\\"
            case "\n": output += "\\n"
            case "\r": output += "\\r"
            case "\t": output += "\\t"
            case "\u{0}"..<"\u{20}":
                let digits = String(scalar.value, radix: 16)
                output += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: output.unicodeScalars.append(scalar)
            }
        }
        output += "\""
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
                context.codingPath, "missing",
                "is required and must be \(name(of: type)), not null.")
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
