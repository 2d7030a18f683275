// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension JSON {
    /// A number as its digits: what neither `Int` nor `Double` holds exactly.
    public struct Literal: Sendable, Hashable {
        /// The number as it stands in JSON.
        public let text: String

        /// A number that was read.
        init(checked text: String) {
            self.text = text
        }

        /// The number `text`; `nil` when it is none of JSON.
        public init?(_ text: String) {
            let read = try? JSONReader.decode(NumberText.self, from: text)
            guard read?.text == text else { return nil }
            self.text = text
        }

        /// A whole number of 64 bits.
        public init(_ value: UInt64) {
            text = String(value)
        }

        /// The nearest double.
        public var double: Double { Double(text) ?? .nan }

        /// The number as 64 bits without a sign, if it is written so.
        public var unsigned: UInt64? { UInt64(text) }

        /// The number as a decimal, if it has no more digits than one.
        public var decimal: Decimal? { DecimalText.decimal(text) }
    }
}

/// A number, read as its text.
private struct NumberText {
    var text: String
}

extension NumberText: SchemaType {
    init(json reader: inout JSONReader) throws(JSONError) {
        text = try reader.readNumberText()
    }

    func write(to writer: inout JSONWriter) { writer.ascii(text) }

    static func describe(in registry: inout SchemaRegistry) -> JSONSchema {
        JSONSchema(["type": "number"])
    }
}
