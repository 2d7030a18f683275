// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeJSON
import Testing

/// A row of a table: a name, what goes in, what comes out.
struct Row<Input: Sendable, Output: Sendable>: Sendable, CustomTestStringConvertible {
    var name: String
    var input: Input
    var output: Output

    init(_ name: String, _ input: Input, _ output: Output) {
        self.name = name
        self.input = input
        self.output = output
    }

    var testDescription: String { name }
}

/// What reading `text` fails with; `nil` when it does not.
func failure<Value: SchemaType>(
    _ type: Value.Type, _ text: String, _ options: JSONReader.Options = .init()
) -> DecodingFailure? {
    do throws(DecodingFailure) {
        _ = try JSONReader.decode(type, from: text, options: options)
        return nil
    } catch {
        return error
    }
}

/// What is wrong with `text`, one violation in a line: `/age type must be a whole number`.
func violations<Value: SchemaType>(
    _ type: Value.Type, _ text: String, _ options: JSONReader.Options = .init()
) -> [String] {
    switch failure(type, text, options) {
    case nil: []
    case .invalid(let all): all.map { "\($0.pointer) \($0.code) \($0.message)" }
    case .malformed(let error): ["malformed: \(error)"]
    }
}

/// The text that `value` is written as.
func written(_ value: some SchemaType) throws -> String {
    String(decoding: try JSONWriter.encode(value), as: UTF8.self)
}
