// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeJSON
import Foundation
import Testing

/// Documents that somebody writes to bring a reader down, or two readers to disagree.
///
/// No test looks at a clock: what grows with the square of its input does not come back from a
/// megabyte, nor from fifty thousand digits.
@Suite struct AdversaryTests {
    typealias Skipped = JSONTestSuiteTests.Skipped

    // MARK: Names

    static let repeated: [Row<String, Int>] = [
        Row("as it is", #"{"a":1,"b":2,"a":3}"#, 13),
        Row("the second escaped", #"{"a":1,"b":2,"\u0061":3}"#, 13),
        Row("the first escaped", #"{"\u0061":1,"a":2}"#, 12),
        Row("both, one in capitals", #"{"\u00E9":1,"\u00e9":2}"#, 12),
        Row("an escaped slash", #"{"/":1,"\/":2}"#, 7),
        Row("as a pair of surrogates", #"{"😀":1,"\uD83D\uDE00":2}"#, 10),
        Row("NUL", #"{"\u0000":1,"\u0000":2}"#, 12),
        Row("the empty name", #"{"":1,"":2}"#, 6),
    ]

    @Test(arguments: repeated)
    func `a name that stands twice is found through its escapes`(row: Row<String, Int>) throws {
        for failure in [failure(JSON.self, row.input), failure([String: Int].self, row.input)] {
            guard case .malformed(let error)? = failure else {
                Issue.record("accepted")
                continue
            }
            #expect((error.kind, error.offset) == (.duplicateKey, row.output))
        }
        let last = try JSONReader.decode(
            JSON.self, from: row.input, options: .init(duplicateNames: .keepLast))
        guard case .object(let object) = last else {
            Issue.record("no object")
            return
        }
        #expect(Set(object.map(\.name)).count == object.count)
    }

    /// `é` in one scalar and in two: an open object keeps both names, a Swift dictionary cannot.
    @Test func `names that Swift takes for equal are refused in a dictionary, not merged`() throws {
        let text = "{\"\u{E9}\":1,\"e\u{301}\":2}"
        let open = try JSONReader.decode(JSON.self, from: text)
        #expect(try written(open) == text)
        #expect(failure([String: Int].self, text) != nil)
    }

    @Test func `a name may have a megabyte`() throws {
        for (letter, count) in [("n", 1_000_000), (#"\u006e"#, 170_000)] {
            let name = String(repeating: letter, count: count)
            let plain = String(repeating: "n", count: count)
            let text = #"{"\#(name)":1}"#
            #expect(try JSONReader.decode([String: Int].self, from: text) == [plain: 1])
            #expect(try JSONReader.decode(JSON.self, from: text) == [plain: 1])
            #expect(failure(Skipped.self, text) == nil)
            let customer = #"{"\#(name)":[],"name":"Ada","email":"e"}"#
            #expect(try JSONReader.decode(Customer.self, from: customer).name == "Ada")
            // What is wrong in it has a pointer that nobody wants to read to its end.
            #expect(violations([String: Int].self, #"{"\#(name)":"x"}"#).count == 1)
        }
    }

    @Test func `NUL is a character like others`() throws {
        let value = try JSONReader.decode([String: String].self, from: #"{"a\u0000b":"\u0000"}"#)
        #expect(value == ["a\0b": "\0"])
        #expect(try written(value) == #"{"a\u0000b":"\u0000"}"#)
        #expect(failure([String].self, "[\"a\0b\"]") != nil)
        #expect(failure([Int].self, "[1]\0") != nil)
    }

    // MARK: Numbers

    static let longNumbers: [Row<String, Double?>] = [
        Row("digits", String(repeating: "9", count: 50_000), nil),
        Row("zeros of a fraction", "1." + String(repeating: "0", count: 50_000), 1),
        Row("zeros before a digit", "0." + String(repeating: "0", count: 50_000) + "1", 0),
        Row("digits of a fraction", "0." + String(repeating: "3", count: 50_000), 1 / 3),
        Row("an exponent", "1e" + String(repeating: "9", count: 50_000), nil),
        Row("a negative exponent", "1e-" + String(repeating: "9", count: 50_000), 0),
        Row(
            "an exponent with zeros in front", "1e" + String(repeating: "0", count: 49_999) + "2",
            100),
        Row("zero with an exponent", "0e" + String(repeating: "9", count: 50_000), 0),
        Row(
            "zeros that an exponent takes back",
            "1" + String(repeating: "0", count: 50_000) + "e-50000", 1),
    ]

    @Test(arguments: longNumbers)
    func `fifty thousand characters of a number are read once`(row: Row<String, Double?>) throws {
        #expect((try? JSONReader.decode(Double.self, from: row.input)) == row.output)
        let whole = row.output.flatMap { Int(exactly: $0) }
        let isWhole = whole != nil && !row.input.hasPrefix("0.") && !row.input.hasPrefix("1e-")
        #expect((try? JSONReader.decode(Int.self, from: row.input)) == (isWhole ? whole : nil))
        _ = try? JSONReader.decode(Decimal.self, from: row.input)
        let open = try JSONReader.decode(JSON.self, from: row.input)
        #expect(try JSONReader.decode(JSON.self, from: written(open)) == open)
    }

    // MARK: What is passed over

    @Test func `a member that nobody knows counts like one that is known`() throws {
        let text = #"{"name":"Ada","email":"e","x":[1,{"y":[2,3]}]}"#
        // Without the names: the object, three members, and five values in the third.
        let enough = (1...20).first { failure(Customer.self, text, .init(values: $0)) == nil }
        #expect(enough == (1...20).first { failure(JSON.self, text, .init(values: $0)) == nil })
        #expect(failure(Customer.self, text, .init(depth: 4)) == nil)
        guard case .malformed(let error)? = failure(Customer.self, text, .init(depth: 3)) else {
            Issue.record("accepted")
            return
        }
        #expect(error.kind == .limit)
    }

    @Test func `a million values that nobody knows are counted`() {
        let list = "[" + String(repeating: "0,", count: 1_000_000) + "0]"
        guard
            case .malformed(let error)? = failure(
                Customer.self, #"{"x":\#(list),"name":"Ada","email":"e"}"#)
        else {
            Issue.record("accepted")
            return
        }
        #expect(error.kind == .limit)
    }
}
