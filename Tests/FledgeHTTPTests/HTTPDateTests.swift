// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeHTTP
import Testing

@Suite struct HTTPDateTests {
    static let texts: [Row<String, Int64?>] = [
        Row("IMF-fixdate (RFC 9110 5.6.7)", "Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777),
        Row("RFC 850", "Sunday, 06-Nov-94 08:49:37 GMT", 784_111_777),
        Row("asctime", "Sun Nov  6 08:49:37 1994", 784_111_777),
        Row("asctime with two digits", "Wed Nov 16 08:49:37 1994", 784_975_777),
        Row("the epoch", "Thu, 01 Jan 1970 00:00:00 GMT", 0),
        Row("before the epoch", "Wed, 31 Dec 1969 23:59:59 GMT", -1),
        Row("a leap day", "Thu, 29 Feb 2024 12:00:00 GMT", 1_709_208_000),
        Row("a leap second is the next second", "Sat, 31 Dec 2016 23:59:60 GMT", 1_483_228_800),
        Row("two digits, 1970", "Thursday, 01-Jan-70 00:00:00 GMT", 0),
        Row("two digits, 2069", "Tuesday, 01-Jan-69 00:00:00 GMT", 3_124_224_000),
        Row("the first year", "Mon, 01 Jan 0001 00:00:00 GMT", -62_135_596_800),
        Row("the last second", "Fri, 31 Dec 9999 23:59:59 GMT", 253_402_300_799),
        Row("a weekday that is not of that date", "Mon, 06 Nov 1994 08:49:37 GMT", 784_111_777),
        Row("no leap year", "Wed, 29 Feb 2023 12:00:00 GMT", nil),
        Row("no leap century", "Wed, 29 Feb 1900 12:00:00 GMT", nil),
        Row("day 31 of a short month", "Sun, 31 Nov 1994 08:49:37 GMT", nil),
        Row("day 0", "Sun, 00 Nov 1994 08:49:37 GMT", nil),
        Row("year 0", "Sun, 06 Nov 0000 08:49:37 GMT", nil),
        Row("hour 24", "Sun, 06 Nov 1994 24:00:00 GMT", nil),
        Row("minute 60", "Sun, 06 Nov 1994 08:60:00 GMT", nil),
        Row("second 61", "Sun, 06 Nov 1994 08:00:61 GMT", nil),
        Row("another zone", "Sun, 06 Nov 1994 08:49:37 UTC", nil),
        Row("an offset", "Sun, 06 Nov 1994 08:49:37 +0000", nil),
        Row("case matters", "sun, 06 nov 1994 08:49:37 gmt", nil),
        Row("one digit", "Sun, 6 Nov 1994 08:49:37 GMT", nil),
        Row("five digits", "Sun, 06 Nov 19940 08:49:37 GMT", nil),
        Row("text before", " Sun, 06 Nov 1994 08:49:37 GMT", nil),
        Row("text after", "Sun, 06 Nov 1994 08:49:37 GMT ", nil),
        Row("cut off", "Sun, 06 Nov 1994 08:49", nil),
        Row("ISO 8601", "1994-11-06T08:49:37Z", nil),
        Row("a number", "784111777", nil),
        Row("Arabic digits", "Sun, ٠٦ Nov 1994 08:49:37 GMT", nil),
        Row("empty", "", nil),
    ]

    @Test(arguments: texts) func `a text is a date or not`(_ row: Row<String, Int64?>) {
        #expect(HTTPDate(row.input)?.secondsSince1970 == row.output)
    }

    @Test func `dates survive a round trip over eight centuries`() {
        // A step that is coprime to a day, so that every time of day and day of year comes up.
        var seconds: Int64 = -12_622_780_800  // 1570
        while seconds < 12_622_780_800 {  // 2370
            let date = HTTPDate(secondsSince1970: seconds)
            guard HTTPDate(date.description) == date else {
                Issue.record("\(seconds) became \(date)")
                return
            }
            seconds += 1_000_003
        }
    }

    @Test func `each day follows the one before over four centuries`() {
        let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
        var previous = ""
        for day in 0..<146_097 {
            let text = HTTPDate(secondsSince1970: Int64(day) * 86_400).description
            guard text.hasPrefix(weekdays[day % 7]), text != previous, text.utf8.count == 29 else {
                Issue.record("day \(day) became \(text)")
                return
            }
            previous = text
        }
        #expect(previous == "Wed, 31 Dec 2369 00:00:00 GMT")
    }

    @Test func `seconds beyond the format move to its ends`() {
        #expect(HTTPDate(secondsSince1970: .max).description == "Fri, 31 Dec 9999 23:59:59 GMT")
        #expect(HTTPDate(secondsSince1970: .min).description == "Mon, 01 Jan 0001 00:00:00 GMT")
    }

    @Test func `earlier dates come first`() {
        #expect(HTTPDate(secondsSince1970: -1) < HTTPDate(secondsSince1970: 0))
    }
}
