// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import FledgeHTTP

/// Finds the lines of a head, of chunk sizes and of trailers, each ended by CR LF and nothing else.
///
/// It remembers how far it looked, so a line that comes byte by byte is still looked at once, and
/// it judges byte after byte, so the verdict does not depend on how the bytes were split. Control
/// characters are refused here, for every line alike: what comes out has none but tabs. A bare LF
/// or a bare CR would let two parsers disagree about where a line ends (RFC 9112, 2.2 and 9.3).
struct LineScanner {
    /// Where the line begins, as an offset into the bytes.
    private(set) var start = 0
    /// The first byte that has not been judged.
    private var position = 0

    /// Finds the end of the next line.
    ///
    /// - Parameters:
    ///   - bytes: Everything since offset 0, more of it at each call.
    ///   - limit: The length that the line may have, in bytes.
    ///   - tooLong: What a longer line is answered with.
    /// - Returns: The line without its CR LF, or `nil` when more bytes are needed.
    /// - Throws: 400 for control characters, `tooLong`.
    mutating func next(
        in bytes: UnsafeRawBufferPointer,
        limit: Int,
        tooLong: @autoclosure () -> Refusal
    ) throws(Refusal) -> Range<Int>? {
        // A limit may be as large as a number can be.
        let (sum, overflow) = start.addingReportingOverflow(limit)
        let longest = overflow || sum > Int.max - 2 ? Int.max : sum + 2
        let end = min(bytes.count, longest)
        while position < end {
            position = bytes.firstControl(from: position, to: end)
            guard position < end else { break }
            let byte = bytes[position]
            if byte == Byte.tab {
                position += 1
            } else if byte == Byte.carriageReturn {
                // Judged together with the byte after it.
                guard position + 1 < bytes.count else { return nil }
                guard bytes[position + 1] == Byte.lineFeed else { throw Self.bareCarriageReturn }
                let line = start..<position
                guard line.count <= limit else { throw tooLong() }
                position += 2
                start = position
                return line
            } else {
                throw byte == Byte.lineFeed ? Self.bareLineFeed : Self.controlCharacter
            }
        }
        if position == longest { throw tooLong() }
        return nil
    }

    private static let bareCarriageReturn = Refusal.malformed(
        "A carriage return stands without a line feed after it.")
    private static let bareLineFeed = Refusal.malformed(
        "A line ends with a line feed alone; it must end with CR LF.")
    private static let controlCharacter = Refusal.malformed(
        "The request head has a control character.")
}
