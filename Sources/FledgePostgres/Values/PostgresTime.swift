// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if Postgres
import FledgeData

/// Dates and times of the server, which count from 1 January 2000.
enum PostgresTime {
    /// From 1970 to 2000.
    private static let daysBefore2000 = 10_957
    private static let day = 86_400_000_000

    /// The years that RFC 3339 can say, in days since 1970.
    private static let plainYears = -719_162...2_932_896

    /// A time in UTC as RFC 3339 text; what that cannot say as PostgreSQL writes it.
    static func moment(_ microseconds: Int64) -> String {
        if let infinite = infinity(microseconds) { return infinite }
        let since2000 = Int(microseconds)
        let (quotient, remainder) = since2000.quotientAndRemainder(dividingBy: day)
        let days = (remainder < 0 ? quotient - 1 : quotient) + daysBefore2000
        let inDay = remainder < 0 ? remainder + day : remainder
        let time = Timestamp.time(microseconds: inDay)
        guard !plainYears.contains(days) else { return Timestamp.day(days) + "T" + time + "Z" }
        let (date, era) = dayAndEra(days)
        return date + " " + time + "+00" + era
    }

    static func day(_ since2000: Int32) -> String {
        if let infinite = infinity(since2000) { return infinite }
        let (date, era) = dayAndEra(Int(since2000) + daysBefore2000)
        return date + era
    }

    static func time(_ microseconds: Int64) -> String {
        Timestamp.time(microseconds: Int(microseconds))
    }

    private static func infinity<N: FixedWidthInteger>(_ value: N) -> String? {
        switch value {
        case .max: "infinity"
        case .min: "-infinity"
        default: nil
        }
    }

    /// Before the year 1 PostgreSQL counts backwards, as people do: 44 BC, and no year 0.
    private static func dayAndEra(_ days: Int) -> (date: String, era: String) {
        let (year, month, day) = Timestamp.civil(fromDays: days)
        let date = Timestamp.day(year: year > 0 ? year : 1 - year, month, day)
        return (date, year > 0 ? "" : " BC")
    }
}
#endif
