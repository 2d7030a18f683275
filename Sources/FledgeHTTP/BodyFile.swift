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

/// A part of an open file, as the body of a response.
///
/// It holds the file open, not its name: what is sent is the file that was checked, even when the
/// name has come to mean another one in the meantime. The descriptor is closed with the last copy.
public struct BodyFile: Sendable {
    /// Owns the descriptor.
    private final class Handle: Sendable {
        let descriptor: CInt
        init(_ descriptor: CInt) { self.descriptor = descriptor }
        deinit { close(descriptor) }
    }

    private let handle: Handle
    /// Where the part begins, in bytes from the start of the file.
    public let offset: Int
    /// How many bytes the part has.
    public let count: Int

    /// Takes over an open file.
    ///
    /// - Parameters:
    ///   - descriptor: Open for reading. It belongs to this value from now on.
    ///   - offset: Where to begin, in bytes.
    ///   - count: How many bytes to send. A file that has become shorter cuts the response off.
    public init(takingOver descriptor: CInt, offset: Int, count: Int) {
        handle = Handle(descriptor)
        self.offset = offset
        self.count = count
    }

    /// Another part of the same open file.
    public func part(_ range: Range<Int>) -> BodyFile {
        BodyFile(handle: handle, offset: offset + range.lowerBound, count: range.count)
    }

    private init(handle: Handle, offset: Int, count: Int) {
        self.handle = handle
        self.offset = offset
        self.count = count
    }

    /// The open descriptor; valid as long as this value lives.
    package var descriptor: CInt { handle.descriptor }

    private static let chunkSize = 128 * 1024

    /// Reads piece by piece, each away from the event loop.
    func write(to writer: BodyWriter) async throws {
        var done = 0
        while done < count {
            let (position, size) = (offset + done, min(Self.chunkSize, count - done))
            let chunk = try await Blocking.run { try read(at: position, atMost: size) }
            done += chunk.readableBytes
            try await writer.write(chunk)
        }
    }

    /// Up to here a part is read at once by whoever opens it, who is off the event loop already.
    private static let smallSize = 64 * 1024

    /// This part as a body: in memory when it is small, else read while it is sent.
    ///
    /// A small one then needs neither a task nor further changes of thread. Blocks as long as the
    /// disk does: call it through ``Blocking``.
    ///
    /// - Throws: When the file could not be read, or has become shorter.
    package func loadedIfSmall() throws -> Body {
        guard count <= Self.smallSize else { return .file(self) }
        var all = ByteBuffer()
        while all.readableBytes < count {
            let done = all.readableBytes
            all.writeImmutableBuffer(try read(at: offset + done, atMost: count - done))
        }
        return Body(all)
    }

    private func read(at position: Int, atMost size: Int) throws -> ByteBuffer {
        Blocking.willBlock("pread")
        var buffer = ByteBuffer()
        let read = buffer.writeWithUnsafeMutableBytes(minimumWritableBytes: size) { raw in
            var read: Int
            repeat {
                read = pread(handle.descriptor, raw.baseAddress, size, off_t(position))
            } while read < 0 && errno == EINTR
            return max(0, read)
        }
        // An error, or an end that came early: the promised length cannot be kept.
        guard read > 0 else { throw Unreadable(position: position) }
        return buffer
    }

    /// Why a file could not be sent: whoever wrote it changed it in place.
    private struct Unreadable: Error, CustomStringConvertible {
        let position: Int
        var description: String {
            """
            The file of a response could not be read at byte \(position): it has become shorter, or \
            the disk failed. Write files beside the old ones and rename them.
            """
        }
    }
}
