// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeRouting

/// SplitMix64: the same seed gives the same tests on every machine.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }

    mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[Int.random(in: 0..<elements.count, using: &self)]
    }

    mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }
}

// Few and overlapping words, so that routes and paths meet: with random text all would be 404.
extension SeededGenerator {
    mutating func pattern() -> String {
        var path = ""
        for index in 0..<Int.random(in: 0...4, using: &self) {
            switch Int.random(in: 0..<10, using: &self) {
            case 0..<5: path += "/" + pick(["a", "b", "ab", "abb", "é", "a b", "a.x", #"\%zz"#])
            case 5..<7: path += "/:p\(index)"
            default:
                path +=
                    "/" + pick(["", "a", "ab", "é"]) + ":p\(index)"
                    + pick(["", #"\b"#, #"\bb"#, ".x", #"\é"#])
            }
        }
        if chance(25) { path += pick(["/*rest", "/*rest?"]) }
        return path + (chance(20) && !path.isEmpty ? "/" : "")
    }

    mutating func path() -> String {
        if chance(1) { return pick(["", "*", "a/b"]) }
        var path = ""
        for _ in 0..<Int.random(in: 0...5, using: &self) {
            path += "/"
            path += pick([
                "a", "b", "ab", "abb", "abbb", "é", "%C3%A9", "a%20b", "%61", "%61b", "a%62",
                "aab", "aabb", "ac", "a.x", "ab.x", "éa", "%C3%A9a%C3%A9", "%2561", "%25zz",
            ])
            if chance(3) { path += pick(["%zz", "%", "%FF", "%2"]) }
            if chance(2) { path += "/" }
        }
        return path + (path.isEmpty || chance(20) ? "/" : "")
    }

    mutating func method() -> String { pick(["GET", "GET", "HEAD", "POST", "DELETE", "BREW"]) }

    mutating func entry(_ value: Int) throws -> RouteEntry<Int> {
        try RouteEntry(
            RoutePattern(pattern()), method: pick(["GET", "GET", "HEAD", "POST", "DELETE", nil]),
            location: CodeLocation(line: value), value: value)
    }

    /// Text of a value for a URL: anything but empty, a slash only now and then.
    mutating func text() -> String {
        let pieces = [
            "a", "Z", "0", "-", ".", "é", "日", "%", "%2F", "+", " ", "?", "#", "/", "\u{7f}", "👩‍🚀",
        ]
        let count = Int.random(in: 1...6, using: &self)
        let text = (0..<count).map { _ in pick(pieces) }.joined()
        return text == "." || text == ".." ? text + "a" : text
    }
}
