// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// A point in time as HTTP writes it: `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110 5.6.7).
///
/// Whole seconds, UTC, by pure arithmetic: no calendar, no locale, no clock. Values outside the
/// years 1 to 9999, which the format cannot write, are moved to the nearest end.
///
///     HTTPDate(secondsSince1970: 784_111_777).description   // "Sun, 06 Nov 1994 08:49:37 GMT"
///     HTTPDate("Sunday, 06-Nov-94 08:49:37 GMT")            // the same moment
public struct HTTPDate: Sendable, Hashable, Comparable, LosslessStringConvertible {
    /// Seconds since 1970-01-01T00:00:00Z; negative before it.
    public let secondsSince1970: Int64

    /// Makes a date from seconds since 1970, moved into the years 1 to 9999 if it lies outside.
    public init(secondsSince1970: Int64) {
        // 0001-01-01T00:00:00Z and 9999-12-31T23:59:59Z.
        self.secondsSince1970 = min(max(secondsSince1970, -62_135_596_800), 253_402_300_799)
    }

    /// Reads any of the three forms a recipient must accept: IMF-fixdate, RFC 850 and asctime.
    ///
    /// The forms are taken literally: case matters, and the zone is `GMT`. The day of the week must
    /// be one, but is not compared with the date. A two-digit year from 70 up is of the 1900s, a
    /// smaller one of the 2000s: a fixed rule that needs no clock, and keeps to the fifty years of
    /// RFC 9110 5.6.7 at any time after 2018.
    ///
    /// Returns nil for everything else, including a day that its month does not have.
    public init?(_ text: String) {
        guard
            let fields = Self.parseFixdate(text) ?? Self.parseRFC850(text)
                ?? Self.parseAsctime(text),
            let seconds = fields.secondsSince1970
        else { return nil }
        self.init(secondsSince1970: seconds)
    }

    /// The date as IMF-fixdate, the only form that is ever sent: 29 bytes.
    public var description: String {
        // Dividing towards minus infinity, so that dates before 1970 count the right way.
        let (days, secondOfDay) = Self.floorDivide(secondsSince1970, by: 86_400)
        let (year, month, day) = Self.civil(fromDays: days)
        let weekday = Self.weekdays[Int(Self.floorDivide(days + 4, by: 7).remainder)]
        var text = "\(weekday), "
        text += "\(Self.padded(day, 2)) \(Self.months[Int(month) - 1]) \(Self.padded(year, 4)) "
        text += "\(Self.padded(secondOfDay / 3600, 2)):\(Self.padded(secondOfDay / 60 % 60, 2))"
        text += ":\(Self.padded(secondOfDay % 60, 2)) GMT"
        return text
    }

    /// Earlier dates come first.
    public static func < (left: HTTPDate, right: HTTPDate) -> Bool {
        left.secondsSince1970 < right.secondsSince1970
    }

    // MARK: Calendar

    private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let longWeekdays = [
        "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
    ]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// Days since 1970 to a date of the Gregorian calendar: Howard Hinnant's `civil_from_days`.
    ///
    /// Years are counted from 1 March, so that the leap day is the last day of its year, in eras
    /// of 400 years, which all have 146,097 days.
    private static func civil(fromDays days: Int64) -> (year: Int64, month: Int64, day: Int64) {
        let (era, dayOfEra) = floorDivide(days + 719_468, by: 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    /// The other way: `days_from_civil`.
    private static func days(year: Int64, month: Int64, day: Int64) -> Int64 {
        let (era, yearOfEra) = floorDivide(month <= 2 ? year - 1 : year, by: 400)
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    private static func floorDivide(
        _ value: Int64, by divisor: Int64
    ) -> (quotient: Int64, remainder: Int64) {
        let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }

    private static func padded(_ number: Int64, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }

    // MARK: Parsing

    /// What a date text says, before it is known to be a date.
    private struct Fields {
        var year: Int
        var month: Int
        var day: Int
        var time: (hour: Int, minute: Int, second: Int)

        var secondsSince1970: Int64? {
            // 60 is the leap second of RFC 9110 5.6.7; it is counted as the next one.
            guard (1...9999).contains(year), time.hour < 24, time.minute < 60, time.second <= 60
            else { return nil }
            let days = HTTPDate.days(year: Int64(year), month: Int64(month), day: Int64(day))
            // A day the month does not have comes back as a day of the next month.
            guard HTTPDate.civil(fromDays: days) == (Int64(year), Int64(month), Int64(day)) else {
                return nil
            }
            return days * 86_400 + Int64(time.hour * 3600 + time.minute * 60 + time.second)
        }
    }

    /// IMF-fixdate: `Sun, 06 Nov 1994 08:49:37 GMT`.
    private static func parseFixdate(_ text: String) -> Fields? {
        var scanner = FieldScanner(text)
        guard index(of: weekdays, &scanner) != nil, scanner.skip(", "),
            let day = scanner.number(digits: 2), scanner.skip(" "),
            let month = index(of: months, &scanner), scanner.skip(" "),
            let year = scanner.number(digits: 4), scanner.skip(" "),
            let time = time(&scanner), scanner.skip(" GMT"), scanner.isAtEnd
        else { return nil }
        return Fields(year: year, month: month + 1, day: day, time: time)
    }

    /// RFC 850: `Sunday, 06-Nov-94 08:49:37 GMT`.
    private static func parseRFC850(_ text: String) -> Fields? {
        var scanner = FieldScanner(text)
        guard index(of: longWeekdays, &scanner) != nil, scanner.skip(", "),
            let day = scanner.number(digits: 2), scanner.skip("-"),
            let month = index(of: months, &scanner), scanner.skip("-"),
            let year = scanner.number(digits: 2), scanner.skip(" "),
            let time = time(&scanner), scanner.skip(" GMT"), scanner.isAtEnd
        else { return nil }
        return Fields(
            year: year + (year >= 70 ? 1900 : 2000), month: month + 1, day: day, time: time)
    }

    /// `Sun Nov  6 08:49:37 1994`: the day has two places, the first one a space below ten.
    private static func parseAsctime(_ text: String) -> Fields? {
        var scanner = FieldScanner(text)
        guard index(of: weekdays, &scanner) != nil, scanner.skip(" "),
            let month = index(of: months, &scanner), scanner.skip(" "),
            let day = scanner.skip(" ") ? scanner.number(digits: 1) : scanner.number(digits: 2),
            scanner.skip(" "), let time = time(&scanner), scanner.skip(" "),
            let year = scanner.number(digits: 4), scanner.isAtEnd
        else { return nil }
        return Fields(year: year, month: month + 1, day: day, time: time)
    }

    private static func index(of names: [String], _ scanner: inout FieldScanner) -> Int? {
        names.firstIndex { scanner.skip($0) }
    }

    private static func time(
        _ scanner: inout FieldScanner
    ) -> (hour: Int, minute: Int, second: Int)? {
        guard let hour = scanner.number(digits: 2), scanner.skip(":"),
            let minute = scanner.number(digits: 2), scanner.skip(":"),
            let second = scanner.number(digits: 2)
        else { return nil }
        return (hour, minute, second)
    }
}
