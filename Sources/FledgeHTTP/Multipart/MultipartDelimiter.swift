// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import NIOCore

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// What stands between two parts: CR LF, two dashes and the boundary (RFC 2046, 5.1.1).
package struct MultipartDelimiter: Sendable, Hashable {
    /// The boundary, as the content type names it.
    package let boundary: String
    let bytes: [UInt8]

    /// A delimiter for a boundary of 1 to 70 characters that RFC 2046 allows, not ending in a
    /// space; `nil` for any other.
    ///
    /// No other byte may be let in: ``search(_:)`` relies on there being no CR.
    package init?(boundary: String) {
        guard (1...70).contains(boundary.utf8.count), boundary.utf8.allSatisfy(Self.isAllowed),
            boundary.utf8.last != Byte.space
        else { return nil }
        self.boundary = boundary
        bytes = Byte.lineEnd + Byte.dashes + Array(boundary.utf8)
    }

    /// The delimiter of a body of that type.
    ///
    /// - Throws: ``MultipartError/boundary(_:)`` when the type does not name one that can be used.
    package init(of type: MediaType) throws(MultipartError) {
        guard let delimiter = type["boundary"].flatMap(Self.init(boundary:)) else {
            throw .boundary(type["boundary"])
        }
        self = delimiter
    }

    /// `bchars` of RFC 2046.
    private static func isAllowed(_ byte: UInt8) -> Bool {
        FieldGrammar.isAlphanumeric(byte) || "'()+_,-./:=? ".utf8.contains(byte)
    }

    /// How far a buffer is data for certain, and what follows that.
    struct Match: Equatable {
        /// The bytes before the delimiter, or before what may become one.
        var dataCount: Int
        /// Whether the whole delimiter follows.
        var isWhole: Bool
    }

    /// Finds the first delimiter, or the beginning of one at the end of the buffer.
    ///
    /// Complexity: O(*n*). A delimiter has one CR, its first byte, so no byte that was compared in vain
    /// can begin the next one.
    func search(_ buffer: ByteBuffer) -> Match {
        buffer.withUnsafeReadableBytes { raw in
            var position = 0
            while let start = Self.carriageReturn(in: raw, from: position) {
                let count = matchingCount(raw, at: start)
                if count == bytes.count { return Match(dataCount: start, isWhole: true) }
                position = start + count
                if position == raw.count { return Match(dataCount: start, isWhole: false) }
            }
            return Match(dataCount: raw.count, isWhole: false)
        }
    }

    /// Whether the buffer begins with the delimiter; `nil` when it is too short to tell.
    func isAtStart(of buffer: ByteBuffer) -> Bool? {
        buffer.withUnsafeReadableBytes { raw in
            let count = matchingCount(raw, at: 0)
            if count == bytes.count { return true }
            return count == raw.count ? nil : false
        }
    }

    /// How many bytes from `start` are as in the delimiter.
    private func matchingCount(_ raw: UnsafeRawBufferPointer, at start: Int) -> Int {
        var count = 0
        while count < bytes.count, start + count < raw.count, raw[start + count] == bytes[count] {
            count += 1
        }
        return count
    }

    private static func carriageReturn(
        in raw: UnsafeRawBufferPointer, from position: Int
    ) -> Int? {
        guard position < raw.count, let base = raw.baseAddress,
            let found = memchr(base + position, CInt(Byte.carriageReturn), raw.count - position)
        else { return nil }
        return UnsafeRawPointer(found) - base
    }
}

/// The bytes that framing is made of.
enum Byte {
    static let carriageReturn = UInt8(ascii: "\r")
    static let lineFeed = UInt8(ascii: "\n")
    static let dash = UInt8(ascii: "-")
    static let space = UInt8(ascii: " ")
    static let lineEnd = [carriageReturn, lineFeed]
    static let dashes = [dash, dash]
}
