// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeHTTP
import HTTPTypes
import Testing

/// Field values come from strangers: no bytes may trap a parser, and what it accepts it must be able
/// to read again.
@Suite struct TotalParserTests {
    private static let seeds = [
        #"text/html;charset="utf-8";q=0.5, */*;q=0.1"#, "gzip, br;q=1.0, *;q=0", "de-CH, en;q=0.5",
        #"W/"abc", "def", *"#, "bytes=0-499,-18446744073709551616,9223372036854775807-",
        "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT",
        "Sun Nov  6 08:49:37 1994", #"a=1; b="2"; c"#,
    ]
    private static let extras: [UInt8] =
        Array("\"\\;,=/*- \t\0\u{7F}9é\u{301}".utf8) + [0xFF, 0xC0]

    @Test(arguments: [1, 2, 3, 4]) func `mutated field values never trap`(seed: UInt64) {
        var random = SplitMix64(state: seed)
        for round in 0..<5000 {
            var bytes = Array(Self.seeds[round % Self.seeds.count].utf8)
            for _ in 0...Int.random(in: 0...4, using: &random) {
                mutate(&bytes, using: &random)
            }
            readEverywhere(String(decoding: bytes, as: UTF8.self))
        }
    }

    private func mutate(_ bytes: inout [UInt8], using random: inout SplitMix64) {
        let index = Int.random(in: 0...bytes.count, using: &random)
        switch Int.random(in: 0...3, using: &random) {
        case 0: bytes.insert(Self.extras.randomElement(using: &random) ?? 0, at: index)
        case 1: bytes.removeSubrange(index..<min(index + 3, bytes.count))
        case 2: bytes.append(contentsOf: bytes[index...].prefix(20))
        default: if index < bytes.count { bytes[index] = .random(in: 0...255, using: &random) }
        }
    }

    private func readEverywhere(_ text: String) {
        if let type = MediaType(text) { #expect(MediaType(type.description) == type) }
        if let tag = EntityTag(text) { #expect(EntityTag(tag.description) == tag) }
        if let date = HTTPDate(text) { #expect(HTTPDate(date.description) == date) }
        for (name, value) in Cookies(text) {
            #expect(!name.isEmpty && !value.utf8.contains(UInt8(ascii: ";")))
        }
        let quality = Accept(text).quality(of: .html)
        #expect((0...1).contains(quality))
        _ = AcceptEncoding(text).best(of: ["br", "identity"])
        _ = AcceptLanguage(text).best(of: ["de", "en"])
        for size in [0, 1, 10_000, Int64.max] {
            switch RangeSelection(text, size: size) {
            case .single(let range):
                #expect(range.bounds.upperBound <= size && range.count > 0)
            case .several(let ranges):
                #expect(ranges.map(\.count).reduce(0, +) <= size)
            case .whole, .unsatisfiable:
                break
            }
        }
        let all = Preconditions(
            ifMatch: text, ifNoneMatch: text, ifModifiedSince: text, ifUnmodifiedSince: text,
            ifRange: text)
        _ = all.evaluate(method: .get, tag: EntityTag(opaque: "abc"))
        _ = all.allowsRange(tag: EntityTag(opaque: "abc"))
    }
}

/// A generator with a seed, so that a failure can be repeated.
struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
