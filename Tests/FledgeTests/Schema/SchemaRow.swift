// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeSchema
import Testing

/// What a document reads as and is written back as, or what is wrong with it.
struct SchemaRow: Sendable, CustomTestStringConvertible {
    private let subject: String
    private let input: String
    private let read: @Sendable (String) -> [String]
    let expected: [String]

    /// A document that is read, and how it is written back; the same way, if nothing is said.
    static func valid<T: SchemaType>(
        _ type: T.Type, _ input: String, _ output: String? = nil
    ) -> SchemaRow {
        SchemaRow(type, input, [output ?? input])
    }

    /// A document that is refused, and all that is said about it.
    static func refused<T: SchemaType>(
        _ type: T.Type, _ input: String, _ violations: String...
    ) -> SchemaRow {
        SchemaRow(type, input, violations)
    }

    private init<T: SchemaType>(_ type: T.Type, _ input: String, _ expected: [String]) {
        subject = "\(type)"
        self.input = input
        self.expected = expected
        read = { text in outcome(type, text) }
    }

    var actual: [String] { read(input) }
    var testDescription: String { "\(subject) \(input)" }
}

/// The value as it is written again, or a line for each mistake: `/name length must have …`.
func outcome<T: SchemaType>(_ type: T.Type, _ text: String) -> [String] {
    do throws(DecodingFailure) {
        return [written(try JSONReader.decode(type, from: text))]
    } catch {
        switch error {
        case .malformed(let mistake): return ["\(mistake.kind.rawValue) \(mistake)"]
        case .invalid(let violations):
            return violations.map { "\($0.pointer) \($0.code) \($0.message)" }
        }
    }
}

/// The value as JSON, or why it cannot be written.
func written(_ value: some SchemaType) -> String {
    do {
        return String(decoding: try JSONWriter.encode(value), as: UTF8.self)
    } catch {
        return "\(error)"
    }
}
