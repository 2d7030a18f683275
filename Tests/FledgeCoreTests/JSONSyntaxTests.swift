// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Foundation
import NIOCore
import Testing

@testable import FledgeCore

/// In the manner of nst/JSONTestSuite: `y` must pass, `n` must not.
@Suite struct JSONSyntaxTests {
    private func mistake(_ text: String, depth: Int = 64) -> JSONSyntax.Mistake? {
        JSONSyntax.firstMistake(in: ByteBuffer(string: text), maximumDepth: depth)
    }

    private func mistake(_ bytes: [UInt8]) -> JSONSyntax.Mistake? {
        JSONSyntax.firstMistake(in: ByteBuffer(bytes: bytes), maximumDepth: 64)
    }

    static let valid: [String] = [
        "0", "-0", "1", "-1", "10", "123456789012345678901234567890", "0.1", "-0.0", "1.25",
        "1e5", "1E5", "1e+5", "1e-5", "0e0", "0.5e-10", "-1.5E+3", "1e999", "1e-999",
        "true", "false", "null", "\"\"", "\"a\"", "\"é\"", "\"日本\"", "\"😀\"", "\"\u{7F}\"",
        #""\"""#, #""\\""#, #""\/""#, #""\b\f\n\r\t""#, #""\u0000""#, #""\u00e9""#, #""\uFFFF""#,
        #""\uD83D\uDE00""#, #""\udbff\udfff""#, #""\uD7FF\uE000""#, #""\u2028""#, #""a\u0022b""#,
        "[]", "[ ]", "[1]", "[1,2]", "[ 1 , 2 ]", "[[]]", "[[],[]]", "[{}]", "[null,true,\"x\"]",
        "{}", "{ }", "{\"a\":1}", "{\"a\":1,\"b\":2}", "{ \"a\" : 1 , \"b\" : [] }", "{\"\":0}",
        "{\"a\":{\"a\":{}}}", "{\"a\":1,\"a\":2}", "[1\n,\r\n2\t]", " 1 ", "\n[]\n", "\t{}\r\n",
        "[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]", "{\"a\":[{\"b\":[{\"c\":[]}]}]}", "[\"]\",\"}\"]",
    ]

    static let invalid: [String] = [
        "", " ", "\n", "nul", "nulll", "Null", "NULL", "tru", "truE", "True", "fals", "falsey",
        "undefined", "NaN", "Infinity", "-Infinity", "-", "+1", "01", "-01", "00", "1.", ".5",
        "-.5", "1.e5", "1e", "1e+", "1e-", "1E", "1ee5", "1.5.5", "0x10", "1_000", "1,000", "１",
        "\u{FEFF}1", "1 2", "1,", ",1", "'a'", "\"", "\"a", "\"\\\"", "\"\n\"", "\"\t\"",
        "\"\u{0}\"", "\"\u{1F}\"", #""\a""#, #""\x41""#, #""\0""#, #""\ ""#, #""\"#, #""\u""#,
        #""\u0""#,
        #""\u00""#, #""\u000""#, #""\u00G0""#, #""\U0041""#, #""\u{41}""#, #""\uD800""#,
        #""\uDC00""#, #""\uD800\uD800""#, #""\uD800\u0041""#, #""\uD800x""#, #""\uD800\n""#,
        #""\uDBFF\uE000""#, #""\uDE00\uD83D""#, "[", "]", "[1", "[1,", "[1,]", "[,1]", "[,]",
        "[1 2]", "[1;2]", "[1}", "[1]]", "[[1]", "[\"a\"", "[1:2]", "[1,,2]", "{", "}", "{]",
        "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,", "{\"a\":1,}", "{,}", "{\"a\"}", "{\"a\",1}",
        "{\"a\" 1}", "{\"a\"::1}", "{\"a\":1:2}", "{a:1}", "{'a':1}", "{1:1}", "{null:1}", "{[]:1}",
        "{\"a\":1]", "{\"a\":1}}", "{\"a\":1 \"b\":2}", "{\"a\":1;\"b\":2}", "{\"a\":}", "{:1}",
        "// a\n1", "/* a */1", "1 // a", "[1,/*a*/2]", "# a\n1", "{}{}", "[][]", "[]x", "\u{C}[]",
        "\u{A0}[]", "\u{2028}[]", "<json/>", "a", "\\u0041", "\u{0}", "[\u{0}]", "1\u{0}",
    ]

    @Test(arguments: valid)
    func `this is JSON`(text: String) throws {
        #expect(mistake(text) == nil)
        // Foundation is asked too, so that the two cannot drift apart.
        _ = try? JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
    }

    @Test(arguments: invalid)
    func `this is no JSON`(text: String) {
        #expect(mistake(text) != nil)
    }

    @Test func `there are enough rows, and none twice`() {
        #expect(Set(Self.valid + Self.invalid).count == Self.valid.count + Self.invalid.count)
        #expect(Self.valid.count + Self.invalid.count >= 120)
    }

    @Test func `every proper prefix of a document is refused, unless it is a number`() {
        let document = #"{"a":[1,{"b":"c\u00e9\n"},true,null,-1.5e+3],"d":{}}"#
        #expect(mistake(document) == nil)
        for length in 1..<document.utf8.count {
            #expect(mistake(Array(document.utf8.prefix(length))) != nil)
        }
    }

    static let bytes: [Row<[UInt8], Int>] = [
        Row("a lone continuation byte", [0x22, 0x80, 0x22], 2),
        Row("a sequence that is cut", [0x22, 0x61, 0xC3, 0x22], 3),
        Row("an overlong slash", [0x22, 0xC0, 0xAF, 0x22], 2),
        Row("an encoded surrogate", [0x22, 0xED, 0xA0, 0x80, 0x22], 2),
        Row("beyond Unicode", [0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], 2),
        Row("a byte of no encoding", [0x5B, 0x22, 0xFF, 0x22, 0x5D], 3),
        Row("UTF-16", [0xFF, 0xFE, 0x31, 0x00], 1),
    ]

    @Test(arguments: bytes)
    func `bytes that are no UTF-8 are refused at their place`(row: Row<[UInt8], Int>) {
        #expect(mistake(row.input)?.column == row.output)
    }

    static let places: [Row<String, (Int, Int)>] = [
        Row("the front", "x", (1, 1)),
        Row("the end", "[1,", (1, 4)),
        Row("a comma too many", "{\n  \"a\": 1,\n}", (3, 1)),
        Row("a missing comma", "{\n  \"a\": 1\n  \"b\": 2\n}", (3, 3)),
        Row("columns count characters", "[\"ééé\" x]", (1, 8)),
        Row("CR LF is one line break", "[\r\n1,\r\n]", (3, 1)),
        Row("a tab is one column", "\t\tx", (1, 3)),
    ]

    @Test(arguments: places)
    func `a mistake has its line and column`(row: Row<String, (Int, Int)>) {
        let found = mistake(row.input)
        #expect(found?.line == row.output.0)
        #expect(found?.column == row.output.1)
    }

    @Test func `nesting is limited to the number, and one more is refused`() {
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        #expect(mistake(nested(64)) == nil)
        #expect(mistake(nested(65)) != nil)
        #expect(
            mistake(
                String(repeating: "{\"a\":", count: 64) + "1" + String(repeating: "}", count: 64))
                == nil)
        #expect(
            mistake(
                String(repeating: "{\"a\":", count: 65) + "1" + String(repeating: "}", count: 65))
                != nil)
        #expect(mistake(String(repeating: "[],", count: 1)) != nil)
    }

    @Test
    func `a million brackets are refused at the limit, and pass without recursion when allowed`() {
        let open = String(repeating: "[", count: 1_000_000)
        #expect(mistake(open)?.column == 65)
        let whole = open + String(repeating: "]", count: 1_000_000)
        #expect(mistake(whole, depth: 1_000_000) == nil)
    }

    @Test func `random changes to a document never trap, and Foundation takes what passes`() throws
    {
        var generator = SystemRandomNumberGenerator()
        let document = Array(#"{"a":[1,{"b":"c\u00e9\n"},true,null,-1.5e+3],"d":{},"é":"😀"}"#.utf8)
        for _ in 0..<5_000 {
            var bytes = document
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                let index = Int.random(in: 0..<bytes.count, using: &generator)
                bytes[index] = UInt8.random(in: 0...255, using: &generator)
            }
            guard mistake(bytes) == nil else { continue }
            #expect(throws: Never.self, "\(bytes)") {
                try JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
            }
        }
    }
}
