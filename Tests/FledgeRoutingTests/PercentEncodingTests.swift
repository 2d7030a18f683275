// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeRouting
import Testing

@Suite struct PercentEncodingTests {
    static let texts: [(encoded: String, decoded: String?)] = [
        ("abc", "abc"),
        ("", ""),
        ("a%20b", "a b"),
        ("a+b", "a+b"),
        ("a%2Fb%2fc", "a/b/c"),
        ("%C3%A9", "é"),
        ("é", "é"),
        ("%25zz", "%zz"),
        ("%00", "\0"),
        ("%", nil),
        ("%2", nil),
        ("a%2", nil),
        ("%zz", nil),
        ("%+1", nil),
        ("%C3", nil),
        ("%C0%AF", nil),
        ("%ED%A0%80", nil),
        ("%FF", nil),
    ]

    @Test(arguments: texts)
    func `a segment is decoded, or refused`(encoded: String, decoded: String?) {
        let path = Array(("/" + encoded + "/x").utf8)
        let text = path.withUnsafeBytes {
            PercentEncoding.text(of: 1..<1 + encoded.utf8.count, in: $0)
        }
        #expect(text == decoded)
    }

    static let rests: [(encoded: String, segments: [String]?)] = [
        ("", []),
        ("a", ["a"]),
        ("a/b%20c", ["a", "b c"]),
        ("a%2Fb/c", ["a/b", "c"]),
        ("a/%/c", nil),
        ("a/%FF", nil),
    ]

    @Test(arguments: rests)
    func `a catch-all is split before it is decoded`(encoded: String, segments: [String]?) {
        let path = Array(("/files/" + encoded).utf8)
        let found = path.withUnsafeBytes {
            PercentEncoding.segments(of: 7..<7 + encoded.utf8.count, in: $0)
        }
        #expect(found == segments)
    }

    @Test func `a range of another path is refused`() {
        let path = Array("/a".utf8)
        path.withUnsafeBytes {
            #expect(PercentEncoding.text(of: 1..<3, in: $0) == nil)
            #expect(PercentEncoding.segments(of: -1..<1, in: $0) == nil)
        }
    }
}
