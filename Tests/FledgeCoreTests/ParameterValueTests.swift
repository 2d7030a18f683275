// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import Foundation
import Testing

private enum Color: String, CaseIterable, ParameterValue { case red, green }
private struct UserID: RawRepresentable, ParameterValue, Equatable { var rawValue: Int }

private func read<Value: ParameterValue>(_: Value.Type) -> @Sendable (String) -> String? {
    { text in Value(parameter: text).map { "\($0)" } }
}

@Suite struct ParameterValueTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let read: @Sendable (String) -> String?
        let text: String
        let value: String?
        var testDescription: String { "\(name) '\(text)'" }
    }

    private static func cases<Value: ParameterValue>(
        _ type: Value.Type, _ rows: KeyValuePairs<String, String?>
    ) -> [Case] {
        rows.map {
            Case(name: "\(type)", read: FledgeCoreTests.read(type), text: $0.key, value: $0.value)
        }
    }

    private static let numbers: [Case] =
        cases(
            Int.self,
            [
                "0": "0", "7": "7", "-7": "-7", "007": "7", "-0": "0",
                "9223372036854775807": "9223372036854775807", "9223372036854775808": nil,
                "-9223372036854775808": "-9223372036854775808", "-9223372036854775809": nil,
                "": nil, "-": nil, "+1": nil, " 1": nil, "1 ": nil, "1.0": nil, "1e3": nil,
                "0x10": nil,
                "1_000": nil, "١": nil, "１": nil, "--1": nil, "1\u{301}": nil, "ten": nil,
            ])
        + cases(UInt8.self, ["255": "255", "256": nil, "-1": nil, "-0": "0", "+1": nil])
        + cases(Int8.self, ["-128": "-128", "-129": nil, "127": "127", "128": nil])
        + cases(
            Double.self,
            [
                "1": "1.0", "-1.5": "-1.5", "1e9": "1000000000.0", "1E-2": "0.01", "1e+2": "100.0",
                "+1": nil, " 1": nil, "1 ": nil, ".5": nil, "5.": nil, "": nil, "-": nil, "e5": nil,
                "1e": nil, "nan": nil, "inf": nil, "infinity": nil, "0x1p4": nil, "1e999": nil,
                "1,5": nil, "١": nil, "1.2.3": nil, "1e5e5": nil, "-0.0": "-0.0",
            ])
        + cases(
            Decimal.self,
            [
                "12.50": "12.5", "-1": "-1", "0.1": "0.1", "1.2.3": nil, "1-2": nil, "-": nil,
                "": nil,
                ".": nil, "1e5": nil, "+1": nil, " 1": nil, "1 ": nil, "NaN": nil,
                "12345678901234567890123456789012345678": "12345678901234567890123456789012345678",
                "123456789012345678901234567890123456789": nil,
            ])

    private static let words: [Case] =
        cases(
            Bool.self,
            [
                "true": "true", "1": "true", "on": "true", "yes": "true", "false": "false",
                "0": "false", "off": "false", "no": "false", "True": nil, "": nil, "y": nil,
                " true": nil,
            ])
        + cases(String.self, ["": "", " a ": " a ", "é": "é"])
        + cases(Color.self, ["red": "red", "Red": nil, "": nil, "blue": nil])
        + cases(UserID.self, ["7": "UserID(rawValue: 7)", "+7": nil, "x": nil])
        + cases(
            UUID.self,
            [
                "6ba7b810-9dad-11d1-80b4-00c04fd430c8": "6BA7B810-9DAD-11D1-80B4-00C04FD430C8",
                "6BA7B810-9DAD-11D1-80B4-00C04FD430C8": "6BA7B810-9DAD-11D1-80B4-00C04FD430C8",
                "{6ba7b810-9dad-11d1-80b4-00c04fd430c8}": nil,
                "6ba7b8109dad11d180b400c04fd430c8": nil,
                "6ba7b810-9dad-11d1-80b4-00c04fd430c": nil,
                "6ba7b810-9dad-11d1-80b4-00c04fd430c8 ": nil,
                "": nil, "gba7b810-9dad-11d1-80b4-00c04fd430c8": nil,
            ])

    @Test(arguments: numbers + words)
    func `a text is read like this`(row: Case) {
        #expect(row.read(row.text) == row.value)
    }

    static let dates: [Row<String, Double?>] = [
        Row("the epoch", "1970-01-01T00:00:00Z", 0),
        Row("a day", "1970-01-02", 86_400),
        Row("an offset", "1970-01-01T01:00:00+01:00", 0),
        Row("a negative offset", "1969-12-31T19:00:00-05:00", 0),
        Row("a fraction", "1970-01-01T00:00:00.500Z", 0.5),
        Row("a fraction and an offset", "1970-01-01T01:00:00.500+01:00", 0.5),
        Row("a fraction of any length", "1970-01-01T00:00:00.25Z", 0.25),
        Row("a leap day", "2024-02-29", 1_709_164_800),
        Row("a leap day of a century", "2000-02-29", 951_782_400),
        Row("the year 1", "0001-01-01", -62_135_596_800),
        Row("the last second", "9999-12-31T23:59:59Z", 253_402_300_799),
        Row("small letters", "1970-01-01t00:00:00z", 0),
        Row("no leap day in a century", "1900-02-29", nil),
        Row("day 0", "2026-01-00", nil),
        Row("month 0", "2026-00-01", nil),
        Row("no leap day", "2023-02-29", nil),
        Row("the 30th of February", "2026-02-30", nil),
        Row("the 13th month", "2026-13-01", nil),
        Row("hour 24", "2026-01-01T24:00:00Z", nil),
        Row("minute 60", "2026-01-01T00:60:00Z", nil),
        Row("no zone", "1970-01-01T00:00:00", nil),
        Row("no seconds", "1970-01-01T00:00Z", nil),
        Row("a zone after a day", "1970-01-01Z", nil),
        Row("text after it", "1970-01-01T00:00:00Zx", nil),
        Row("text after a day", "1970-01-01x", nil),
        Row("text before it", "x1970-01-01", nil),
        Row("a space", "1970-01-01 00:00:00Z", nil),
        Row("slashes", "1970/01/01", nil),
        Row("one digit", "1970-1-1", nil),
        Row("a number", "0", nil),
        Row("nothing", "", nil),
        Row("an unfinished fraction", "1970-01-01T00:00:00.Z", nil),
    ]

    @Test(arguments: dates)
    func `a date is read like this`(row: Row<String, Double?>) {
        #expect(Date(parameter: row.input)?.timeIntervalSince1970 == row.output)
    }

    @Test func `a type says what its text must be`() {
        #expect(Int.parameterDescription == "a whole number")
        #expect(UInt8.parameterDescription == "a whole number from 0 to 255")
        #expect(UInt.parameterDescription == "a whole number from 0 to 18446744073709551615")
        #expect(Color.parameterDescription == "one of red, green")
        #expect(UserID.parameterDescription == "a whole number")
    }
}
