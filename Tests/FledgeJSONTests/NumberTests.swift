// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeJSON
import Foundation
import Testing

@Suite struct NumberTests {
    static let integers: [Row<String, Int?>] = [
        Row("zero", "0", 0), Row("minus zero", "-0", 0),
        Row("the least", "-9223372036854775808", .min),
        Row("the most", "9223372036854775807", .max), Row("one more", "9223372036854775808", nil),
        Row("one less", "-9223372036854775809", nil), Row("a point and zeros", "1.000", 1),
        Row("an exponent", "12e2", 1_200), Row("a negative exponent", "1200e-2", 12),
        Row("a fraction that the exponent lifts", "1.5e1", 15), Row("a fraction", "1.5", nil),
        Row("a small fraction", "10000000000000000000000000000000000001e-37", nil),
        Row("zeros beyond all digits", "10000000000000000000000000000000000000e-36", 10),
        Row("the most, with a fraction of zeros", "9223372036854775807.0", .max),
        Row("one more, with a fraction of zeros", "9223372036854775808.0", nil),
        Row("a huge exponent", "1e999999999999999999999", nil),
        Row("zero with one", "0e999999999999999999999", 0),
        Row("a tiny exponent", "1e-999999999999999999999", nil),
        Row("nineteen digits", "1000000000000000000", 1_000_000_000_000_000_000),
    ]

    @Test(arguments: integers)
    func `an integer is read exactly or not at all`(row: Row<String, Int?>) {
        // At the end of the text, and with more behind it.
        #expect((try? JSONReader.decode(Int.self, from: row.input)) == row.output)
        #expect(
            (try? JSONReader.decode([Int].self, from: "[\(row.input) ]")) == row.output.map { [$0] }
        )
    }

    static let words: [Row<String, String>] = [
        Row("a fraction", "1.5", " type must be a whole number from 0 to 255"),
        Row("too much", "256", " range must be a whole number from 0 to 255"),
        Row("far too much", "1e400", " range must be a whole number from 0 to 255"),
        Row("below", "-1", " range must be a whole number from 0 to 255"),
        Row("text", "\"1\"", " type must be a whole number from 0 to 255"),
        Row(
            "null", "null",
            " null must not be null, but a whole number from 0 to 255"),
    ]

    @Test(arguments: words)
    func `what does not fit is told in words`(row: Row<String, String>) {
        #expect(violations(UInt8.self, row.input) == [row.output])
    }

    @Test func `each width has its bounds`() {
        #expect(violations(Int8.self, "-129") == [" range must be a whole number from -128 to 127"])
        #expect(
            violations(Int.self, "1e30") == [
                " range must be a whole number from -9223372036854775808 to 9223372036854775807"
            ])
        #expect(
            violations(UInt64.self, "18446744073709551616") == [
                " range must be a whole number from 0 to 18446744073709551615"
            ])
        #expect(violations(Int.self, "{}") == [" type must be a whole number"])
        #expect(
            violations(Double.self, "1e309") == [
                " range must be a number that is not beyond 1.8e308"
            ])
        #expect(
            violations(Float.self, "1e39") == [" range must be a number that is not beyond 3.4e38"])
    }

    @Test(arguments: [Int8.min, -1, 0, 7, .max]) func `small integers survive`(value: Int8) throws {
        #expect(try JSONReader.decode(Int8.self, from: written(value)) == value)
    }

    @Test(arguments: [UInt64.min, 1, UInt64(Int64.max), UInt64(Int64.max) + 1, .max - 1, .max])
    func `unsigned integers survive`(value: UInt64) throws {
        #expect(try JSONReader.decode(UInt64.self, from: written(value)) == value)
    }

    @Test func `doubles survive to the last bit`() throws {
        var random = SystemRandomNumberGenerator()
        var special: [Double] = [
            0, -0.0, .pi, .leastNonzeroMagnitude, .leastNormalMagnitude, .greatestFiniteMagnitude,
            0.1, 1e22, 1e23, 123_456_789.125,
        ]
        for _ in 0..<20_000 {
            special.append(Double(bitPattern: random.next()))
            special.append(Double(Int64(bitPattern: random.next())) / 1_000)
        }
        let lost = try special.filter(\.isFinite).filter { value in
            let text = try written(value)
            let read = try JSONReader.decode(Double.self, from: text)
            return read.bitPattern != value.bitPattern || strtod(text, nil) != value
        }
        #expect(lost.isEmpty)
    }

    @Test func `the digits of a double are read like strtod reads them`() throws {
        var random = SystemRandomNumberGenerator()
        var wrong: [String] = []
        for _ in 0..<20_000 {
            let digits = String(random.next() >> Int.random(in: 0..<64, using: &random))
            let point = Int.random(in: 0...digits.count, using: &random)
            let fraction = String(digits.dropFirst(point))
            let whole = String(Int(digits.prefix(point).prefix(18)) ?? 0)
            let exponent = Int.random(in: -330...330, using: &random)
            let text = "\(whole)\(fraction.isEmpty ? "" : "." + fraction)e\(exponent)"
            let expected = strtod(text, nil)
            let read = try? JSONReader.decode(Double.self, from: text)
            let isRight = expected.isFinite ? read?.bitPattern == expected.bitPattern : read == nil
            if !isRight { wrong.append(text) }
        }
        #expect(wrong.isEmpty)
    }

    @Test func `floats survive`() throws {
        for _ in 0..<5_000 {
            let value = Float(bitPattern: .random(in: 0 ... .max))
            guard value.isFinite else { continue }
            #expect(
                try JSONReader.decode(Float.self, from: written(value)).bitPattern
                    == value.bitPattern)
        }
    }

    private static func literal(_ text: String) -> JSON {
        JSON.Literal(text).map(JSON.literal) ?? .null
    }

    static let open: [Row<String, JSON>] = [
        Row("an integer", "42", .integer(42)),
        Row("minus zero keeps its sign", "-0", .number(-0.0)),
        Row("a double", "1.50", .number(1.5)), Row("one point zero", "1.0", .number(1)),
        Row("beyond Int", "18446744073709551615", .literal(.init(.max))),
        Row("beyond Double", "1e400", literal("1e400")),
        Row(
            "more digits than a double has", "3.14159265358979323846",
            literal("3.14159265358979323846")),
        Row("seventeen digits that a double has", "0.30000000000000004", .number(0.1 + 0.2)),
        Row(
            "an exponent of 64 bits", "0.1e-9223372036854775808",
            literal("0.1e-9223372036854775808")),
        Row(
            "and one above zero", "10e9223372036854775807", literal("10e9223372036854775807")),
        Row("a tiny number", "1e-400", literal("1e-400")),
    ]

    @Test(arguments: open)
    func `an open number is kept as it is`(row: Row<String, JSON>) throws {
        let value = try JSONReader.decode(JSON.self, from: row.input)
        #expect(value == row.output)
        #expect(try JSONReader.decode(JSON.self, from: written(value)) == value)
    }

    @Test func `a number that is not finite fails the writing and says so`() {
        #expect(throws: JSONWritingError.self) { try written(["a": Double.nan]) }
        #expect(throws: JSONWritingError.self) { try written([Float.infinity]) }
        do throws(JSONWritingError) { _ = try JSONWriter.encode(-Double.infinity) } catch {
            #expect(error.description == "A value is -inf, which JSON cannot hold")
        }
    }
}
