// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeSchema
import Testing

// swift-format-ignore-file
/// 70 members: more than fit one word of the mask.
@Schema private struct Wide {
    var a0, a1, a2, a3, a4, a5, a6, a7, a8, a9: Int
    var b0, b1, b2, b3, b4, b5, b6, b7, b8, b9: Int
    var c0, c1, c2, c3, c4, c5, c6, c7, c8, c9: Int
    var d0, d1, d2, d3, d4, d5, d6, d7, d8, d9: Int
    var e0, e1, e2, e3, e4, e5, e6, e7, e8, e9: Int
    var f0, f1, f2, f3, f4, f5, f6, f7, f8, f9: Int
    var g0, g1, g2, g3, g4, g5, g6, g7, g8, g9: Int
}

@Suite struct WideSchemaTests {
    private let names = "abcdefg".flatMap { letter in (0..<10).map { "\(letter)\($0)" } }

    private func document(_ names: [String]) -> String {
        "{" + names.enumerated().map { "\"\($1)\":\($0)" }.joined(separator: ",") + "}"
    }

    @Test func `all members are read and written`() {
        #expect(outcome(Wide.self, document(names)) == [document(names)])
    }

    @Test func `a missing member is found in each word of the mask`() {
        #expect(
            outcome(Wide.self, document(names.filter { $0 != "a0" && $0 != "g9" }))
                == ["/a0 missing is required", "/g9 missing is required"])
    }

    @Test func `a repeated member is found in each word of the mask`() {
        for name in ["a0", "g3", "g4", "g9"] {
            let found = outcome(Wide.self, document(names + [name]))
            #expect(found.first?.hasPrefix("duplicate_key the name '\(name)' stands twice") == true)
        }
    }
}
