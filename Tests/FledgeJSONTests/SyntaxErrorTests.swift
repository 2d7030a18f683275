// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeJSON
import Testing

@Suite struct SyntaxErrorTests {
    typealias Mistake = (message: String, offset: Int, line: Int, column: Int)

    static let mistakes: [Row<String, Mistake>] = [
        Row("nothing", "", ("the document is empty", 0, 1, 1)),
        Row("blanks", " \n ", ("the document is empty", 3, 2, 2)),
        Row("a second value", "1 2", ("unexpected '2' after the end", 2, 1, 3)),
        Row("no value", "[1,]", ("expected a value but found ']'", 3, 1, 4)),
        Row("no first value", "[,1]", ("expected a value but found ','", 1, 1, 2)),
        Row("a list cut off", "[1", ("expected ',' or ']' but found the end", 2, 1, 3)),
        Row("a list cut off at once", "[", ("expected a value but found the end", 1, 1, 2)),
        Row("no comma", "[1 2]", ("expected ',' or ']' but found '2'", 3, 1, 4)),
        Row("the wrong bracket", "[1}", ("expected ',' or ']' but found '}'", 2, 1, 3)),
        Row("the wrong brace", #"{"a":1]"#, ("expected ',' or '}' but found ']'", 6, 1, 7)),
        Row(
            "no name", "{1:2}",
            ("expected a name in double quotes but found '1'", 1, 1, 2)),
        Row(
            "no name after a comma", #"{"a":1,}"#,
            ("expected a name in double quotes but found '}'", 7, 1, 8)),
        Row(
            "an object cut off at once", "{",
            ("expected a name in double quotes but found the end", 1, 1, 2)),
        Row("no colon", #"{"a" 1}"#, ("expected ':' but found '1'", 5, 1, 6)),
        Row("a name cut off", #"{"a"#, ("the string is not closed", 3, 1, 4)),
        Row("a string cut off", #""abcdefghijk"#, ("the string is not closed", 12, 1, 13)),
        Row(
            "a line feed in a string", "\"a\nb\"",
            ("a control character in a string must be escaped, found the byte 0xa", 2, 1, 3)),
        Row(
            "an unknown escape", #""\q""#,
            ("'\\' must be followed by one of \"\\/bfnrtu, found 'q'", 2, 1, 3)),
        Row(
            "too few digits", #""\u12x4""#,
            ("'\\u' must be followed by four hexadecimal digits, found 'x'", 5, 1, 6)),
        Row("a lone high surrogate", #""\ud800""#, ("a lone surrogate in an escape", 7, 1, 8)),
        Row("a lone low surrogate", #""\udc00""#, ("a lone surrogate in an escape", 7, 1, 8)),
        Row("a leading zero", "01", ("a number must not start with 0", 1, 1, 2)),
        Row("a point without digits", "1.", ("expected a digit but found the end", 2, 1, 3)),
        Row("an exponent without digits", "1e+", ("expected a digit but found the end", 3, 1, 4)),
        Row("a plus", "+1", ("expected a value but found '+'", 0, 1, 1)),
        Row("half a word", "tru", ("expected 'true'", 0, 1, 1)),
        Row("a comment", "[1] // one", ("unexpected '/' after the end", 4, 1, 5)),
        Row(
            "lines and columns count characters", "{\n  \"é😀\": x",
            ("expected a value but found 'x'", 14, 2, 9)),
    ]

    @Test(arguments: mistakes)
    func `a mistake is told with its place`(row: Row<String, Mistake>) {
        let error = JSONSyntaxError(
            kind: .syntax, message: row.output.message, offset: row.output.offset,
            line: row.output.line, column: row.output.column)
        #expect(failure(JSON.self, row.input) == .malformed(error))
        #expect(failure(JSONTestSuiteTests.Skipped.self, row.input) == .malformed(error))
    }

    @Test func `a mistake behind what does not fit is the only thing that is told`() {
        #expect(
            violations(Int.self, #"["a", ]"#) == [
                "malformed: expected a value but found ']' at line 1, column 7"
            ])
        #expect(
            violations(Int.self, "true x") == [
                "malformed: unexpected 'x' after the end at line 1, column 6"
            ])
    }

    @Test func `bytes that are no UTF-8 are refused wherever they stand`() {
        for count in 0..<40 {
            for bad: [UInt8] in [
                [0xFF], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82],
            ] {
                let padding = [UInt8](repeating: UInt8(ascii: "a"), count: count)
                let bytes = Array("\"".utf8) + padding + bad + Array("\"".utf8)
                #expect(
                    throws: DecodingFailure.malformed(
                        JSONSyntaxError(
                            kind: .syntax, message: "the text is not valid UTF-8",
                            offset: count + 1,
                            line: 1, column: count + 2))
                ) { try JSONReader.decode(String.self, from: bytes) }
            }
        }
    }
}
