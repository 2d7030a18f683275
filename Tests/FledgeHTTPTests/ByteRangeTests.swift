// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeHTTP
import Testing

@Suite struct ByteRangeTests {
    /// Ranges are written as `first-last`; `416` is unsatisfiable and `200` is the whole.
    static let fields: [Row<String?, String>] = [
        Row("no field", nil, "200"),
        Row("the first 500 (RFC 9110 14.1.2)", "bytes=0-499", "0-499"),
        Row("the second 500", "bytes=500-999", "500-999"),
        Row("the last 500", "bytes=-500", "9500-9999"),
        Row("from 9500", "bytes=9500-", "9500-9999"),
        Row("the first and last byte", "bytes=0-0,-1", "0-0 9999-9999"),
        Row(
            "middle, overlapping (14.1.2)", "bytes= 0-999, 4500-5499, -1000",
            "0-999 4500-5499 9000-9999"),
        Row("overlapping ones are joined", "bytes=500-700,601-999", "500-999"),
        Row("touching ones are joined", "bytes=0-4,5-9", "0-9"),
        Row("the order of the request is kept", "bytes=500-599,0-9", "500-599 0-9"),
        Row("a joined one takes its first place", "bytes=500-599,0-9,550-700", "500-700 0-9"),
        Row("one inside another", "bytes=0-99,10-20", "0-99"),
        Row("the unit has no case", "BYTES=0-0", "0-0"),
        Row("past the end is cut", "bytes=9999-20000", "9999-9999"),
        Row("a suffix longer than the whole", "bytes=-20000", "0-9999"),
        Row("starts at the end", "bytes=10000-", "416"),
        Row("starts past the end", "bytes=10000-10001", "416"),
        Row("an empty suffix", "bytes=-0", "416"),
        Row("one good and one past the end", "bytes=0-1,20000-", "0-1"),
        Row("CVE-2022-31005", "bytes=0-9223372036854775807", "0-9999"),
        Row("starts at Int64.max", "bytes=9223372036854775807-", "416"),
        Row("starts and ends at Int64.max", "bytes=9223372036854775807-9223372036854775807", "416"),
        Row("a suffix of 2^64", "bytes=-18446744073709551616", "0-9999"),
        Row("60 digits", "bytes=0-\(String(repeating: "9", count: 60))", "0-9999"),
        Row("leading zeros", "bytes=000-0009", "0-9"),
        Row("backwards is malformed", "bytes=5-4", "200"),
        Row("one malformed element spoils all", "bytes=0-1,5-4", "200"),
        Row("another unit", "items=0-1", "200"),
        Row("no unit", "0-1", "200"),
        Row("nothing", "bytes=", "200"),
        Row("commas", "bytes=,,", "200"),
        Row("a hyphen", "bytes=-", "200"),
        Row("words", "bytes=a-b", "200"),
        Row("a sign", "bytes=+0-1", "200"),
        Row("two hyphens", "bytes=--1", "200"),
        Row("spaces inside", "bytes=0 - 1", "200"),
        Row("a space before the equals sign", "bytes =0-1", "200"),
        Row("Arabic digits", "bytes=٠-٩", "200"),
        Row(
            "16 ranges", "bytes=" + (0..<16).map { "\($0 * 10)-\($0 * 10)" }.joined(separator: ","),
            (0..<16).map { "\($0 * 10)-\($0 * 10)" }.joined(separator: " ")),
        Row(
            "17 ranges (CVE-2011-3192)",
            "bytes="
                + Array(repeating: "0-", count: 17)
                .joined(separator: ","), "200"),
    ]

    @Test(arguments: fields) func `of 10,000 bytes a field selects`(_ row: Row<String?, String>) {
        #expect(text(RangeSelection(row.input, size: 10_000)) == row.output)
    }

    static let sizes: [Row<(String, Int64), String>] = [
        Row("nothing of nothing", ("bytes=0-", 0), "416"),
        Row("the end of nothing is the whole", ("bytes=-5", 0), "200"),
        Row("a size below zero is zero", ("bytes=0-", -1), "416"),
        Row("the largest size", ("bytes=0-9223372036854775807", .max), "0-9223372036854775806"),
        Row(
            "the end of the largest", ("bytes=-1", .max), "9223372036854775806-9223372036854775806"),
        Row("all of the largest", ("bytes=-9223372036854775807", .max), "0-9223372036854775806"),
    ]

    @Test(arguments: sizes) func `sizes at the ends do not trap`(
        _ row: Row<(String, Int64), String>
    ) {
        #expect(text(RangeSelection(row.input.0, size: row.input.1)) == row.output)
    }

    @Test func `Content-Range names the bytes and the size`() throws {
        guard case .single(let range) = RangeSelection("bytes=0-99", size: 1000) else {
            Issue.record("not a single range")
            return
        }
        #expect(range.count == 100)
        #expect(range.contentRange(size: 1000) == "bytes 0-99/1000")
        #expect(ByteRange.unsatisfiedContentRange(size: 1000) == "bytes */1000")
    }

    private func text(_ selection: RangeSelection) -> String {
        let text = { (range: ByteRange) in
            "\(range.bounds.lowerBound)-\(range.bounds.upperBound - 1)"
        }
        return switch selection {
        case .whole: "200"
        case .single(let range): text(range)
        case .several(let ranges): ranges.map(text).joined(separator: " ")
        case .unsatisfiable: "416"
        }
    }
}
