// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

extension Timestamp {
    /// RFC 3339 text of a time since 1970 in UTC, with as many decimals as it needs: 3 or 6.
    ///
    /// For the years 1 to 9999; others have more digits or a sign.
    package static func format(microseconds: Int) -> String {
        let (days, inDay) = divide(microseconds, by: 86_400_000_000)
        var writer = DigitWriter()
        writer.writeDay(civil(fromDays: days))
        writer.write("T")
        writer.writeTime(microseconds: inDay)
        writer.write("Z")
        return writer.text
    }

    /// A date alone, `2026-01-31`, from the days since 1970.
    package static func day(_ days: Int) -> String {
        let (year, month, day) = civil(fromDays: days)
        return self.day(year: year, month, day)
    }

    package static func day(year: Int, _ month: Int, _ day: Int) -> String {
        var writer = DigitWriter()
        writer.writeDay((year, month, day))
        return writer.text
    }

    /// A time of day, `09:30:00.250`, with 3 or 6 decimals.
    package static func time(microseconds inDay: Int) -> String {
        var writer = DigitWriter()
        writer.writeTime(microseconds: inDay)
        return writer.text
    }
}

/// Writes numbers of a fixed width, one after the other.
///
/// Every row with a date goes through here, and joining strings took most of the time of reading
/// one.
private struct DigitWriter {
    private var bytes: [UInt8] = []

    init() { bytes.reserveCapacity(32) }

    var text: String { String(decoding: bytes, as: UTF8.self) }

    mutating func write(_ character: Unicode.Scalar) {
        bytes.append(UInt8(truncatingIfNeeded: character.value))
    }

    /// At least so many digits; a sign before them, if it is negative.
    mutating func write(_ value: Int, width: Int) {
        if value < 0 { write("-") }
        let start = bytes.count
        var rest = value.magnitude
        while rest > 0 || bytes.count - start < width {
            bytes.append(48 + UInt8(rest % 10))
            rest /= 10
        }
        bytes[start...].reverse()
    }

    mutating func writeDay(_ date: (year: Int, month: Int, day: Int)) {
        write(date.year, width: 4)
        write("-")
        write(date.month, width: 2)
        write("-")
        write(date.day, width: 2)
    }

    mutating func writeTime(microseconds: Int) {
        write(microseconds / 3_600_000_000, width: 2)
        write(":")
        write(microseconds / 60_000_000 % 60, width: 2)
        write(":")
        write(microseconds / 1_000_000 % 60, width: 2)
        write(".")
        let fraction = microseconds % 1_000_000
        if fraction % 1000 == 0 {
            write(fraction / 1000, width: 3)
        } else {
            write(fraction, width: 6)
        }
    }
}
