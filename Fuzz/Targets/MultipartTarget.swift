// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeHTTP

extension FuzzTarget {
    static let multipart = FuzzTarget(name: "multipart") { MultipartCheck.all($0) }
}

/// The properties of `MultipartParser`, against a slow reader and against itself.
private enum MultipartCheck {
    /// Bounds that a fuzzer's short inputs reach.
    private static let tight = MultipartParser.Bounds(parts: 2, partHeaders: 60)

    static func all(_ input: [UInt8]) {
        guard let boundary = MultipartDelimiter(boundary: "b") else {
            violation("'b' is no boundary")
        }
        for bounds in [.tests, tight] {
            let whole = MultipartTranscript([input], boundary: boundary, bounds: bounds)
            let reference = ReferenceMultipart.read(input, boundary: boundary, bounds: bounds)
            expectEqual(whole.comparable, reference.comparable, "against the reference")
            let single = input.map { [$0] }
            expectEqual(
                MultipartTranscript(single, boundary: boundary, bounds: bounds), whole,
                "byte by byte")
            var random = InputRandom(input)
            let cuts = (0..<3).map { _ in Int.random(in: 0...input.count, using: &random) }.sorted()
            let pieces = zip([0] + cuts, cuts + [input.count]).map { Array(input[$0..<$1]) }
            expectEqual(
                MultipartTranscript(pieces, boundary: boundary, bounds: bounds), whole, "split")
            expect(whole.parts.count <= bounds.parts, "\(whole.parts.count) parts")
            for part in whole.parts { checkNames(part.head) }
        }
    }

    /// No name leads to another folder.
    private static func checkNames(_ head: MultipartPartHead) {
        guard let name = head.filename else { return }
        expect(!name.utf8.contains { $0 == UInt8(ascii: "/") || $0 == 0x5C }, "a path: \(name)")
        expect(name != "." && name != "..", "a folder: \(name)")
        expect(!name.utf8.contains(0), "a NUL in \(name.debugDescription)")
    }
}
