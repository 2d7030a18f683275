// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeHTTP
import HTTPTypes

/// Requests put together by chance from what the fixture's paths are made of, the same for the same seed.
struct RandomSamples {
    private var generator: SplitMix64

    init(seed: UInt64) {
        generator = SplitMix64(state: seed)
    }

    /// - Parameter count: How many.
    func samples(_ count: Int) -> [Sample] {
        var maker = self
        return (0..<count).map { maker.sample($0) }
    }

    private mutating func sample(_ number: Int) -> Sample {
        let segments = (0..<pick([0, 1, 1, 2, 2, 2, 3, 3, 4, 5])).map { _ in pick(Self.segments) }
        let path = pick(["/", "/", "/", "/", "//"]) + segments.joined(separator: "/") + pick(["", "", "/"])
        let pairs = (0..<pick([0, 0, 0, 1, 2, 3])).map { _ in pick(Self.pairs) }
        var sample = Sample(
            name: "random \(number)", method: pick(Self.methods),
            target: pairs.isEmpty ? path : path + "?" + pairs.joined(separator: "&"))
        for (name, value) in Self.fields where pick([true, false]) { sample.headers[name] = value }
        if pick([true, false]) {
            sample.headers[.contentType] = pick(Self.types)
            sample.body = Array(pick(Self.bodies).utf8)
        }
        return sample
    }

    private mutating func pick<Element>(_ choices: [Element]) -> Element {
        choices[Int.random(in: 0..<choices.count, using: &generator)]
    }

    private static let methods: [Method] = [.get, .get, .get] + Method.verbs + [.brew, .trace]
    private static let segments = [
        "users", "me", "7", "x", "orders", "latest", "6F9619FF-8B86-D011-B42D-00C04FC964FF", "files",
        "report-a.pdf", "report-.pdf", "kinds", "cat", "v2", "v", "assets", "index", "docs", "1", "cart",
        "stock", "feed.xml", "verbs", "search", "filter", "meta", "bodies", "json", "text", "results",
        "stream", "errors", "unforeseen", "extras", "extra", "raw", "", ".", "..", "%2e%2E", "%2F", "a%20b",
        "%75sers", "u%C3%A9", "%zz", "(shop)", "_private", "[id]", ":id", "*path", "~", "USERS", "255", "256",
    ]
    private static let pairs = [
        "page=2", "page=x", "limit=3", "limit", "word=egg", "word", "word=%FF", "kind=cat", "kind=dog",
        "tag=a", "tag[]=b", "exact", "exact=no", "full=1", "=", "", "%zz=%zz", "since=2026-11-22", "a=b=c",
    ]
    private static let fields = [
        ("X-Caller", "ada"), ("X-Password", "sesame"), ("If-Match", "*"), ("Cookie", "session=7; theme=dark"),
        ("Accept", "text/html,*/*;q=0.8"), ("Origin", "https://shop.example"),
    ]
    private static let types = ["application/json", "application/json", "text/plain", "application/x-www-form-urlencoded"]
    private static let bodies = [
        #"{"name":"Ada"}"#, #"{"name":"Ada","kind":"fish"}"#, #"["egg"]"#, "{", "", "name=Ada", "\u{FEFF}{}",
        String(repeating: "[", count: 20), String(repeating: " ", count: 300),
    ]
}

/// A small generator with a seed (Steele, Lea and Flood, 2014): the system's has none.
private struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
