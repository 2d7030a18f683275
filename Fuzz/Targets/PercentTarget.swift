// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeHTTP
import FledgeRouting
import HTTPTypes
import NIOCore

extension FuzzTarget {
    static let percent = FuzzTarget(name: "percent") { PercentCheck.all($0) }
}

/// The properties of percent-decoding, wherever it is done.
private enum PercentCheck {
    static func all(_ input: [UInt8]) {
        let decoded = ReferenceTarget.decoded(input)
        let text = decoded.flatMap { String(validating: $0, as: UTF8.self) }
        input.withUnsafeBytes { bytes in
            expectEqual(PercentCoding.decodedBytes(bytes), decoded, "bytes")
            expectEqual(PercentCoding.decode(bytes).map(utf8), text.map(utf8), "text")
        }
        checkPlus(input)
        checkParts(input)
        checkPath(input)
        if let text { checkRoundTrip(text) }
    }

    private static func utf8(_ text: String) -> [UInt8] { Array(text.utf8) }

    private static func checkPlus(_ input: [UInt8]) {
        let spaced = input.map { $0 == UInt8(ascii: "+") ? Ascii.space : $0 }
        let decoded = ReferenceTarget.decoded(spaced)
        let actual = input.withUnsafeBytes { PercentCoding.decodedBytes($0, plusIsSpace: true) }
        expectEqual(actual, decoded, "with a plus for a space")
    }

    /// The router decodes parts of a path in place; it must not look beyond their end.
    private static func checkParts(_ input: [UInt8]) {
        var random = InputRandom(input)
        let start = Int.random(in: 0...input.count, using: &random)
        for range in [0..<input.count, start..<input.count, 0..<start] {
            let part = Array(input[range])
            let expected = ReferenceTarget.decoded(part)
                .flatMap { String(validating: $0, as: UTF8.self) }
            let actual = input.withUnsafeBytes { PercentEncoding.text(of: range, in: $0) }
            expectEqual(actual.map(utf8), expected.map(utf8), "part \(range)")
        }
    }

    /// What is accepted as a path can be decoded, and has no NUL.
    private static func checkPath(_ input: [UInt8]) {
        let bytes = Array("/".utf8) + input
        let line = Array("GET ".utf8) + bytes + Array("41 HTTP/1.1".utf8)
        let head = line.withUnsafeBytes { HeadBytes.parsed($0) }
        let range = 4..<(4 + bytes.count)
        guard let target = try? RequestTarget(parsing: head, at: range) else { return }
        let decoded = PercentCoding.decode(target.path)
        expect(decoded != nil, "the path \(target.path) was accepted and cannot be decoded")
        expect(decoded?.utf8.contains(0) == false, "the path \(target.path) has a NUL")
        expectEqual(utf8(target.pathAndQuery), bytes, "the target as sent")
    }

    private static func checkRoundTrip(_ text: String) {
        for (allowed, extra) in [
            (PercentCoding.Allowed.pathSegment, "!$&'()*+,;=:@%"), (.queryComponent, "%"),
        ] {
            let encoded = PercentCoding.encode(text, as: allowed)
            let isClean = encoded.utf8.allSatisfy(Ascii.unreserved.union(extra).contains)
            expect(isClean, "encoded: \(encoded)")
            let again = PercentCoding.decode(encoded, plusIsSpace: allowed == .queryComponent)
            expectEqual(again.map(utf8), utf8(text), "encoded and decoded")
        }
    }
}
