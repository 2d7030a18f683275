// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeJSON
import Foundation
import Testing

@Suite struct OpenValueTests {
    @Test func `names differ when their bytes do`() throws {
        let text = "{\"\u{E9}\":1,\"e\u{301}\":2}"
        let value = try JSONReader.decode(JSON.self, from: text)
        #expect(try written(value) == text)
        guard case .object(let object) = value else { return }
        #expect(object["\u{E9}"] == 1)
        #expect(object["e\u{301}"] == 2)
    }

    @Test(arguments: [1, 15, 16, 17, 40, 1_000])
    func `a repeated name is found among many`(count: Int) throws {
        let members = (0..<count).map { "\"n\($0)\":\($0)" }
        let text = "{" + members.joined(separator: ",") + "}"
        #expect(try written(JSONReader.decode(JSON.self, from: text)) == text)
        for repeated in [0, count / 2, count - 1] {
            let twice = "{" + (members + ["\"n\(repeated)\":true"]).joined(separator: ",") + "}"
            guard case .malformed(let error)? = failure(JSON.self, twice) else {
                Issue.record("accepted")
                continue
            }
            #expect(error.kind == .duplicateKey)
            let last = try JSONReader.decode(
                JSON.self, from: twice, options: .init(duplicateNames: .keepLast))
            guard case .object(let object) = last else { return }
            #expect(object["n\(repeated)"] == true)
            #expect(object.count == count)
        }
    }

    /// Bytes by bytes the same, or the same value; and Foundation reads the same.
    @Test func `random trees survive`() throws {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<500 {
            let value = RandomJSON.value(depth: 5, using: &random)
            let text = try written(value)
            let read = try JSONReader.decode(JSON.self, from: text)
            #expect(read == value, "\(text)")
            #expect(try written(read) == text)
            #expect(failure(JSONTestSuiteTests.Skipped.self, text) == nil)
            let theirs = try JSONSerialization.jsonObject(
                with: Data(text.utf8), options: .fragmentsAllowed)
            let again = try JSONSerialization.data(withJSONObject: [theirs], options: .sortedKeys)
            let ours = try JSONSerialization.jsonObject(
                with: Data(written(read).utf8), options: .fragmentsAllowed)
            #expect(
                try JSONSerialization.data(withJSONObject: [ours], options: .sortedKeys) == again)
        }
    }

    @Test func `random texts survive, and Foundation reads the same`() throws {
        var random = SystemRandomNumberGenerator()
        var lost: [String] = []
        for _ in 0..<3_000 {
            let text = RandomJSON.text(using: &random)
            let bytes = try JSONWriter.encode(text)
            let read = try [
                JSONReader.decode(String.self, from: bytes),
                JSONDecoder().decode(String.self, from: Data(bytes)),
            ]
            // Every scalar as escapes.
            let escaped = "\"" + text.utf16.map { String(format: "\\u%04x", $0) }.joined() + "\""
            let all = try read + [JSONReader.decode(String.self, from: escaped)]
            if !all.allSatisfy({ $0.utf8.elementsEqual(text.utf8) }) { lost.append(text) }
        }
        #expect(lost.isEmpty)
    }

    @Test func `every byte is escaped where it must be, at every place of a word`() throws {
        var wrong: [String] = []
        for byte in UInt8(0)..<128 {
            for (before, after) in (0..<18).flatMap({ before in
                [0, 1, 7, 8, 9].map { (before, $0) }
            }) {
                let text =
                    String(repeating: "x", count: before)
                    + String(Character(UnicodeScalar(byte))) + String(repeating: "y", count: after)
                let bytes = try JSONWriter.encode(text)
                let isPlain = byte >= 0x20 && byte != 0x22 && byte != 0x5C
                let isRight =
                    try JSONReader.decode(String.self, from: bytes) == text
                    && (bytes.count == text.utf8.count + 2) == isPlain
                    && (failure(String.self, "\"\(text)\"") == nil || !isPlain)
                if !isRight { wrong.append(text) }
            }
        }
        #expect(wrong.isEmpty)
    }

    @Test func `a literal is a number or nothing`() {
        #expect(JSON.Literal("1e400")?.text == "1e400")
        for text in ["", " 1", "1 ", "01", "+1", "NaN", "1,5", "\"1\"", "0x1"] {
            #expect(JSON.Literal(text) == nil)
        }
        #expect(JSON.Literal(UInt64.max).unsigned == .max)
        #expect(JSON.Literal("0.1")?.decimal == Decimal(string: "0.1"))
        #expect(JSON.Literal("1e400")?.decimal == nil)
    }
}

/// Random values.
///
/// Members of an object have names of their own.
enum RandomJSON {
    static func value(depth: Int, using random: inout some RandomNumberGenerator) -> JSON {
        switch Int.random(in: 0..<(depth > 0 ? 9 : 7), using: &random) {
        case 0: return .null
        case 1: return .bool(.random(using: &random))
        case 2: return .integer(Int(truncatingIfNeeded: random.next() as UInt64))
        case 3: return .integer(.random(in: -100...100, using: &random))
        case 4:
            let number = Double(bitPattern: random.next())
            return .number(number.isFinite ? number : 0.5)
        case 5: return .number(Double.random(in: -1_000...1_000, using: &random))
        case 6: return .string(text(using: &random))
        case 7:
            return .array(
                (0..<Int.random(in: 0..<6, using: &random)).map { _ in
                    value(depth: depth - 1, using: &random)
                })
        default:
            var object = JSON.Object()
            for index in 0..<Int.random(in: 0..<20, using: &random) {
                object["\(index)" + text(using: &random)] = value(depth: depth - 1, using: &random)
            }
            return .object(object)
        }
    }

    static func text(using random: inout some RandomNumberGenerator) -> String {
        var text = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0..<40, using: &random) {
            let limits: [ClosedRange<UInt32>] = [
                0...0x7F, 0x20...0x7E, 0x20...0x7E, 0...0x7FF, 0...0xFFFF, 0...0x10FFFF,
            ]
            let limit = limits[Int.random(in: 0..<limits.count, using: &random)]
            if let scalar = UnicodeScalar(UInt32.random(in: limit, using: &random)) {
                text.append(scalar)
            }
        }
        return String(text)
    }
}
