// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeData
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

private func roundTrips<T: DatabaseValueConvertible & Equatable>(_ value: T) -> Bool {
    T(databaseValue: value.databaseValue) == value
}

@Suite struct ValueTests {
    @Test func `values come back as they went in`() throws {
        #expect(roundTrips(Int.min) && roundTrips(Int64.max) && roundTrips(UInt32.max))
        #expect(roundTrips(true) && roundTrips(false) && roundTrips(0.1) && roundTrips("a\0é👩‍🚀"))
        #expect(roundTrips([UInt8](0...255)) && roundTrips(Data([1, 2])) && roundTrips(UUID()))
        #expect(roundTrips(try #require(Decimal(string: "12345678901234567890.0123456789"))))
        #expect(roundTrips([1, 2, 3]) && roundTrips(["", "a\"b"]) && roundTrips([[1.5], []]))
        #expect(roundTrips(SQLJSON(["a": [1, 2]])))
        #expect(roundTrips(String?.none) && roundTrips(Int?.some(3)))
    }

    @Test(arguments: [
        (Int8(databaseValue: .integer(200)) == nil, "200 as Int8"),
        (Int(databaseValue: .real(1)) == nil, "a real as Int"),
        (Int(databaseValue: .text("1")) == nil, "text as Int"),
        (Bool(databaseValue: .integer(2)) == nil, "2 as Bool"),
        (String(databaseValue: .integer(1)) == nil, "an integer as String"),
        (String(databaseValue: .null) == nil, "NULL as String"),
        (Double(databaseValue: .integer(.max)) == nil, "a whole number a Double cannot hold"),
        (Int(databaseValue: .decimal("1.5")) == nil, "a decimal with decimals as Int"),
        (Int(databaseValue: .decimal("9223372036854775808")) == nil, "a decimal beyond Int"),
        ([Int](databaseValue: .array([.integer(1), .text("x")])) == nil, "a list of two kinds"),
        ([Int](databaseValue: .text("[1")) == nil, "half a list"),
        (SQLJSON<Int>(databaseValue: .text("x")) == nil, "no JSON"),
        (Decimal(databaseValue: .text("12abc")) == nil, "junk after a decimal"),
        (UUID(databaseValue: .text("not")) == nil, "junk as UUID"),
        (Date(databaseValue: .text("2024-02-30T00:00:00Z")) == nil, "a day that is not"),
        (Date(databaseValue: .text("2024-01-01T00:00:00Zjunk")) == nil, "junk after a date"),
        (Date(databaseValue: .text("2024-01-01T24:00:00Z")) == nil, "hour 24"),
        (Date(databaseValue: .text("2024-01-01T00:00:00")) == nil, "a time of no zone"),
    ])
    func `what does not fit exactly is refused`(refused: Bool, what: String) {
        #expect(refused, "\(what)")
    }

    @Test func `a date is RFC 3339 in UTC, rounded to milliseconds`() {
        let text = { (seconds: Double) in Date(timeIntervalSince1970: seconds).databaseValue }
        #expect(text(0) == .text("1970-01-01T00:00:00.000Z"))
        #expect(text(951_782_400.0006) == .text("2000-02-29T00:00:00.001Z"))
        #expect(text(-0.001) == .text("1969-12-31T23:59:59.999Z"))
        #expect(text(.infinity) == .text("9999-12-31T23:59:59.999Z"))
        #expect(text(.nan) == .text("0001-01-01T00:00:00.000Z"))
    }

    @Test func `dates round-trip to the millisecond over centuries`() {
        for step in 0..<4000 {
            let milliseconds = -20_000_000_000_000 + Int64(step) * 12_345_678_901
            let date = Date(timeIntervalSince1970: Double(milliseconds) / 1000)
            let back = Date(databaseValue: date.databaseValue)
            let read = back.map { Int64(($0.timeIntervalSince1970 * 1000).rounded()) }
            #expect(read == milliseconds)
        }
    }

    @Test func `a list is JSON text where there are no arrays, and is read from it`() {
        let list = [DatabaseValue.integer(1), .null, .text("a\"")]
        #expect(DatabaseValue.array(list).jsonList == #"[1,null,"a\""]"#)
        #expect([Int?](databaseValue: .text("[1, null]")) == [1, nil])
        #expect([[String]](databaseValue: .text(#"[["a"],[]]"#)) == [["a"], []])
        #expect(DatabaseValue.array([.blob([1])]).jsonList == nil)
        #expect(DatabaseValue.array([.real(.nan)]).jsonList == nil)
    }

    @Test func `a decimal is read by the numbers that hold it`() {
        #expect(Int(databaseValue: .decimal("10")) == 10)
        #expect(Double(databaseValue: .decimal("2.50")) == 2.5)
        #expect(Decimal(databaseValue: .decimal("2.50")) == Decimal(string: "2.5"))
    }

    @Test func `a date with an offset or without decimals is read`() {
        let expected = Date(timeIntervalSince1970: 1_704_067_200)
        #expect(Date(databaseValue: .text("2024-01-01T02:00:00+02:00")) == expected)
        #expect(Date(databaseValue: .text("2023-12-31T19:00:00-05:00")) == expected)
        #expect(Date(databaseValue: .text("2024-01-01T00:00:00.000000Z")) == expected)
        #expect(Date(databaseValue: .text("2024-01-01")) == expected)
    }
}
