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

    @Test(arguments: repeated)
    func `a name that nobody knows is held to it, too`(row: Row<String, Int>) throws {
        let places: [(type: any SchemaType.Type, before: String, after: String)] = [
            (Skipped.self, "", ""), (Skipped.self, "[{},[", "]]"),
            (Customer.self, #"{"name":"Ada","x":"#, "}"),
            (Customer.self, #"{"name":["#, "]}"), (Payment.self, #"{"type":"lost","x":"#, "}"),
            (Int.self, "", ""),
        ]
        for (type, before, after) in places {
            guard case .malformed(let error)? = failure(type, before + row.input + after) else {
                Issue.record("accepted in \(before)")
                continue
            }
            #expect(error.kind == .duplicateKey)
            #expect(error.offset == before.utf8.count + row.output)
        }
        let options = JSONReader.Options(duplicateNames: .keepLast)
        #expect(failure(Skipped.self, row.input, options) == nil)
    }

    static let beside: [Row<String, Bool>] = [
        Row("twice among those that are known", #"{"x":1,"name":"a","email":"e","x":2}"#, true),
        Row("once each", #"{"x":1,"name":"a","y":2,"email":"e","z":{"x":1,"y":[{"x":1}]}}"#, false),
        Row("twice behind an object", #"{"x":{"x":1},"name":"a","email":"e","x":2}"#, true),
        Row("in two objects of a list", #"{"x":[{"y":1},{"y":1}],"name":"a","email":"e"}"#, false),
        Row("in an object and the next", #"{"x":{"z":1},"y":{"z":1},"name":"","email":""}"#, false),
        Row("escaped", #"{"\u0078":1,"name":"a","email":"e","x":2}"#, true),
        Row("of members that a case does not know", #"{"type":"cash","x":1,"x":2}"#, true),
        Row("before the case", #"{"x":1,"x":2,"type":"cash"}"#, true),
        Row("without a case", #"{"x":1,"x":2}"#, true),
        Row("with values that do not fit", #"{"a":"x","a":"y"}"#, true),
        Row("with one that does not", #"{"a":"x","a":1}"#, true),
        Row("with one that does", #"{"a":1,"a":"x"}"#, true),
    ]

    @Test(arguments: beside)
    func `a repeated name is found in any object of any type`(row: Row<String, Bool>) {
        for type in [Customer.self, Payment.self, [String: Int].self] as [any SchemaType.Type] {
            guard case .malformed(let error)? = failure(type, row.input) else {
                #expect(!row.output, "accepted as \(type)")
                continue
            }
            #expect(row.output && error.kind == .duplicateKey, "\(type): \(error)")
        }
    }

    /// One by one, these would be five billion comparisons.
    @Test func `a hundred thousand names that nobody knows are told apart`() {
        func members(_ letter: String) -> String {
            (0..<100_000).map { #""\#(letter)\#($0)":0"# }.joined(separator: ",")
        }
        let plain = members("n")
        let customer = #"{"name":"Ada",\#(plain),"email":"e"}"#
        #expect(failure(Customer.self, customer) == nil)
        #expect(failure(Skipped.self, #"[{\#(members(#"\u006e"#))}]"#) == nil)
        guard
            case .malformed(let error)? = failure(
                Customer.self, #"{"x":{\#(plain),"n99999":0},"name":"Ada","email":"e"}"#)
        else {
            Issue.record("accepted")
            return
        }
        #expect(error.kind == .duplicateKey)
    }

    /// Names come and go at all depths, short and long, and each object has its own.
    @Test func `names are found at any depth as an open value finds them`() throws {
        var random = SystemRandomNumberGenerator()
        func object(_ depth: Int) -> String {
            let members = (0..<Int.random(in: 0...30, using: &random)).map { _ in
                let name = Int.random(in: 0..<2_000, using: &random)
                let isLong = Int.random(in: 0..<400, using: &random) == 0
                let long = String(repeating: "long", count: isLong ? 20_000 : 0)
                // The first digit as it is, or escaped.
                let text = (Bool.random(using: &random) ? "" : #"\u003"#) + "\(name)"
                let goesOn = depth < 4 && Int.random(in: 0..<10, using: &random) == 0
                return #""\#(long)\#(text)":\#(goesOn ? object(depth + 1) : "1")"#
            }
            return "{\(members.joined(separator: ","))}"
        }
        var refused = 0
        for _ in 0..<60 {
            let text = object(0)
            let open = failure(JSON.self, text)
            #expect((failure(Skipped.self, text) == nil) == (open == nil), "\(text)")
            refused += open == nil ? 0 : 1
        }
        #expect(1..<60 ~= refused)
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
