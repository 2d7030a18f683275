// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// One segment of the request path: where it lies, and whether comparing needs decoding.
///
/// All comparisons are of bytes, case sensitive, with the decoded segment. Only a segment that
/// contains a `%` pays for the decoding; neither way allocates.
struct PathSegment {
    let path: UnsafeRawBufferPointer
    let range: Range<Int>
    let isEscaped: Bool

    /// Reads the segment that begins at `start` and ends before the next slash or at `end`.
    init(of path: UnsafeRawBufferPointer, from start: Int, to end: Int) {
        var index = start
        var isEscaped = false
        while index < end {
            let byte = path[index]
            if byte == UInt8(ascii: "/") { break }
            if byte == UInt8(ascii: "%") { isEscaped = true }
            index += 1
        }
        self.path = path
        self.range = start..<index
        self.isEscaped = isEscaped
    }

    /// Whether the decoded segment is the `count` bytes of `literals` from `offset`.
    func equals(_ literals: [UInt8], at offset: Int, count: Int) -> Bool {
        if isEscaped {
            var bytes = DecodedBytes(path, range)
            return skip(literals, at: offset, count: count, in: &bytes) && bytes.next() == nil
                && !bytes.isMalformed
        }
        guard range.count == count else { return false }
        return matchesRaw(literals, at: offset, count: count, from: range.lowerBound)
    }

    /// The part between a prefix and a suffix; nil when they do not fit or leave nothing.
    ///
    /// The range is one of the encoded path. It begins and ends between characters, because
    /// prefix and suffix are whole UTF-8 texts and UTF-8 synchronizes itself.
    func capture(
        between prefix: LiteralRange, and suffix: LiteralRange, in literals: [UInt8]
    ) -> Range<Int>? {
        if isEscaped { return captureDecoding(between: prefix, and: suffix, in: literals) }
        guard range.count > prefix.count + suffix.count else { return nil }
        let lower = range.lowerBound + prefix.count
        let upper = range.upperBound - suffix.count
        guard matchesRaw(literals, at: prefix.offset, count: prefix.count, from: range.lowerBound),
            matchesRaw(literals, at: suffix.offset, count: suffix.count, from: upper)
        else { return nil }
        return lower..<upper
    }

    /// FNV-1a over the decoded bytes.
    ///
    /// The keys are the developer's, so it need not resist attack: what a client sends is only
    /// looked up, at the cost of the longest run of full slots.
    var hash: UInt64 {
        var hasher = SegmentHash()
        if isEscaped {
            var bytes = DecodedBytes(path, range)
            while let byte = bytes.next() { hasher.combine(byte) }
        } else {
            for index in range { hasher.combine(path[index]) }
        }
        return hasher.value
    }

    private func captureDecoding(
        between prefix: LiteralRange, and suffix: LiteralRange, in literals: [UInt8]
    ) -> Range<Int>? {
        var counter = DecodedBytes(path, range)
        var decodedCount = 0
        while counter.next() != nil { decodedCount += 1 }
        let captured = decodedCount - prefix.count - suffix.count
        guard !counter.isMalformed, captured > 0 else { return nil }

        var bytes = DecodedBytes(path, range)
        guard skip(literals, at: prefix.offset, count: prefix.count, in: &bytes) else { return nil }
        let lower = bytes.position
        for _ in 0..<captured { _ = bytes.next() }
        let upper = bytes.position
        guard skip(literals, at: suffix.offset, count: suffix.count, in: &bytes) else { return nil }
        return lower..<upper
    }

    private func matchesRaw(
        _ literals: [UInt8], at offset: Int, count: Int, from start: Int
    ) -> Bool {
        literals.withUnsafeBytes { literals in
            for index in 0..<count where path[start + index] != literals[offset + index] {
                return false
            }
            return true
        }
    }

    private func skip(
        _ literals: [UInt8], at offset: Int, count: Int, in bytes: inout DecodedBytes
    ) -> Bool {
        for index in 0..<count where bytes.next() != literals[offset + index] { return false }
        return true
    }
}

/// A literal text, as a part of the tree's one pool of bytes.
struct LiteralRange: Sendable {
    let offset: Int
    let count: Int
}

/// FNV-1a, 64 bits: small, no seed, good enough for words.
struct SegmentHash {
    private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    mutating func combine(_ byte: UInt8) {
        value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
    }
}
