// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// The dates of JSON: RFC 3339 (`2026-11-22T15:04:05.123+01:00`); those of parameters and forms may
/// also be a day (`2026-11-22`, midnight UTC).
///
/// Foundation's ISO 8601 style passes over text after the date, turns the 30th of February into
/// March, and wants to be told beforehand whether there are fractions.
package struct RFC3339 {
    private var rest: Substring.UTF8View

    /// Seconds since 1970; `nil` when the text is not a date of the calendar.
    ///
    /// What is read can be written: an offset or a fraction can lead out of the years 0 to 9999
    /// (`9999-12-31T23:59:59.9999Z`), and an answer with such a date would fail.
    ///
    /// - Parameters:
    ///   - text: The date.
    ///   - takesDay: Whether a day is one, too. JSON has none: its schema says `date-time`.
    /// - Returns: The seconds.
    package static func seconds(_ text: String, orDay takesDay: Bool = false) -> Double? {
        var parser = RFC3339(rest: text.utf8[...])
        guard let seconds = parser.moment(orDay: takesDay), parser.rest.isEmpty,
            writable.contains(milliseconds(seconds))
        else { return nil }
        return seconds
    }

    /// The midnight at which a day begins: `2026-11-22T00:00:00Z`; `nil` for what is no day.
    static func midnight(of text: String) -> String? {
        let isDay = text.utf8.count == 10 && seconds(text, orDay: true) != nil
        return isDay ? text + "T00:00:00Z" : nil
    }

    /// The first millisecond of the year 0, up to the first of the year 10,000.
    private static let writable = -62_167_219_200_000.0..<253_402_300_800_000

    private static func milliseconds(_ seconds: Double) -> Double { (seconds * 1_000).rounded() }

    /// `2026-11-22T15:04:05Z`, with milliseconds when there are some; `nil` beyond the years 0 to 9999.
    package static func text(_ secondsSince1970: Double) -> String? {
        guard let bytes = bytes(secondsSince1970) else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The same, as bytes.
    static func bytes(_ secondsSince1970: Double) -> [UInt8]? {
        let scaled = milliseconds(secondsSince1970)
        guard writable.contains(scaled) else { return nil }
        let (seconds, milliseconds) = floorDivide(Int(scaled), 1_000)
        let (days, second) = floorDivide(seconds, 86_400)
        let (year, month, day) = civil(fromDays: days)
        var text: [UInt8] = []
        text.reserveCapacity(24)
        append(year, 4, "-", to: &text)
        append(month, 2, "-", to: &text)
        append(day, 2, "T", to: &text)
        append(second / 3_600, 2, ":", to: &text)
        append(second / 60 % 60, 2, ":", to: &text)
        append(second % 60, 2, milliseconds == 0 ? "Z" : ".", to: &text)
        if milliseconds != 0 { append(milliseconds, 3, "Z", to: &text) }
        return text
    }

    /// Appends `number` with `width` digits, and what stands behind it.
    private static func append(
        _ number: Int, _ width: Int, _ separator: Unicode.Scalar, to text: inout [UInt8]
    ) {
        var divisor = width == 4 ? 1_000 : width == 3 ? 100 : 10
        while divisor > 0 {
            text.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / divisor % 10))
            divisor /= 10
        }
        text.append(UInt8(ascii: separator))
    }

    /// Howard Hinnant's algorithm: years begin in March, so that the leap day is the last.
    private static func civil(fromDays days: Int) -> (year: Int, month: Int, day: Int) {
        let (era, dayOfEra) = floorDivide(days + 719_468, 146_097)
        let yearOfEra =
            (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        let year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shifted + 2) / 5 + 1)
    }

    private static func floorDivide(_ value: Int, _ divisor: Int) -> (quotient: Int, rest: Int) {
        let (quotient, rest) = value.quotientAndRemainder(dividingBy: divisor)
        return rest < 0 ? (quotient - 1, rest + divisor) : (quotient, rest)
    }

    private mutating func moment(orDay takesDay: Bool) -> Double? {
        guard let year = number(4), skip("-"), let month = number(2), skip("-"),
            let day = number(2), let days = Self.days(year, month, day)
        else { return nil }
        if takesDay, rest.isEmpty { return Double(days * 86_400) }
        guard skip("T") || skip("t"), let hour = number(2), hour < 24, skip(":"),
            let minute = number(2), minute < 60, skip(":"),
            let second = number(2), second <= 60,
            let fraction = fraction(), let offset = offset()
        else { return nil }
        let seconds = days * 86_400 + hour * 3_600 + minute * 60 + second - offset
        // A leap second comes before midnight UTC and nowhere else (RFC 3339, 5.7). The count since
        // 1970 has none: it is the second after it.
        guard second < 60 || seconds.isMultiple(of: 86_400) else { return nil }
        return Double(seconds) + fraction
    }

    private mutating func fraction() -> Double? {
        guard skip(".") else { return 0 }
        let digits = rest.prefix { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
        rest.removeFirst(digits.count)
        // Without digits it is no number, and the whole text no date.
        return digits.isEmpty ? nil : Double("0." + (String(digits) ?? ""))
    }

    /// Seconds east of UTC.
    private mutating func offset() -> Int? {
        if skip("Z") || skip("z") { return 0 }
        let isWest = skip("-")
        guard isWest || skip("+"), let hours = number(2), hours < 24, skip(":"),
            let minutes = number(2), minutes < 60
        else { return nil }
        return (hours * 3_600 + minutes * 60) * (isWest ? -1 : 1)
    }

    private mutating func number(_ count: Int) -> Int? {
        let digits = rest.prefix(count)
        guard digits.count == count,
            digits.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 })
        else { return nil }
        rest.removeFirst(count)
        return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }

    private mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard rest.first == UInt8(ascii: character) else { return false }
        rest.removeFirst()
        return true
    }

    /// Days since 1970; `nil` for a day that its month does not have.
    private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int? {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        guard (1...12).contains(month), (1...lengths[month - 1]).contains(day) else { return nil }
        let before = year - 1 + 400  // Whole years, with an era in front so that none is negative.
        let leapDays = before / 4 - before / 100 + before / 400
        let dayOfYear = lengths[..<(month - 1)].reduce(0, +) + day - 1
        return before * 365 + leapDays + dayOfYear - Self.daysBefore1970
    }

    /// The same count for the first day of 1970.
    private static let daysBefore1970 = 2_369 * 365 + 2_369 / 4 - 2_369 / 100 + 2_369 / 400
}
