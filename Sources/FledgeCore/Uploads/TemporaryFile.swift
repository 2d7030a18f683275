// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeHTTP
import NIOCore
import Synchronization

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// A file that nobody else can read, and that is deleted with the last reference to it, unless it
/// has been moved to a place of its own by then.
///
/// So a request that fails, is cancelled or loses its client leaves none behind. Everything but
/// letting go of it blocks as long as the disk does: call it through ``Blocking``.
final class TemporaryFile: Sendable {
    private struct State {
        /// `nil` once it is no longer ours to delete.
        var path: String?
        var count = 0
    }

    private let descriptor: CInt
    private let state: Mutex<State>

    /// Creates a file in the folder for temporary ones: `TMPDIR`, or `/tmp`.
    ///
    /// - Throws: ``FileError``.
    convenience init() throws(FileError) {
        let folder = getenv("TMPDIR").map { String(cString: $0) } ?? ""
        try self.init(beside: "\(folder.isEmpty ? "/tmp" : folder)/fledge-upload")
    }

    /// Creates a file in the folder of `path`, so that it can take that name at once.
    ///
    /// - Throws: ``FileError``.
    init(beside path: String) throws(FileError) {
        // C would read the path up to the NUL and write another file.
        guard !path.utf8.contains(0) else { throw FileError("create", path, error: EINVAL) }
        let name = "\(path).\(String(UInt64.random(in: .min ... .max), radix: 36))"
        Blocking.willBlock("open")
        // O_EXCL: a link or a file that somebody put there is not followed or taken.
        descriptor = open(name, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw FileError("create", name) }
        state = Mutex(State(path: name))
    }

    deinit {
        close(descriptor)
        if let path = state.withLock({ $0.path }) { unlink(path) }
    }

    /// The bytes that were written.
    var count: Int { state.withLock { $0.count } }

    /// Where it is; `nil` once it has been moved.
    var path: String? { state.withLock { $0.path } }

    /// Writes at the end.
    ///
    /// - Throws: ``FileError``.
    func append(_ pieces: [ByteBuffer]) throws(FileError) {
        Blocking.willBlock("write")
        for piece in pieces {
            let isWritten = piece.withUnsafeReadableBytes { writeAll($0) }
            guard isWritten else { throw FileError("write", path ?? "") }
            state.withLock { $0.count += piece.readableBytes }
        }
    }

    private func writeAll(_ bytes: UnsafeRawBufferPointer) -> Bool {
        var done = 0
        while done < bytes.count {
            let written = write(
                descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done)
            if written < 0, errno != EINTR { return false }
            done += max(0, written)
        }
        return true
    }

    /// Gives the file another name, for good; a file of that name is replaced.
    ///
    /// - Throws: ``FileError``.
    func move(to destination: String, permissions: UInt16) throws(FileError) {
        Blocking.willBlock("rename")
        guard fchmod(descriptor, mode_t(permissions)) == 0 else {
            throw FileError("set the permissions of", destination)
        }
        guard let path else { throw FileError("move", destination, error: ENOENT) }
        if rename(path, destination) != 0 {
            guard errno == EXDEV else { throw FileError("move", destination) }
            // On another disk: copied there first, so that it appears as a whole, too.
            let copy = try copied(beside: destination)
            return try copy.move(to: destination, permissions: permissions)
        }
        state.withLock { $0.path = nil }
    }

    private func copied(beside destination: String) throws(FileError) -> TemporaryFile {
        let copy = try TemporaryFile(beside: destination)
        var position = 0
        while true {
            let piece = try read(at: position, atMost: 128 * 1024)
            guard piece.readableBytes > 0 else { return copy }
            try copy.append([piece])
            position += piece.readableBytes
        }
    }

    /// Reads from any place; nothing at the end.
    ///
    /// - Throws: ``FileError``.
    func read(at position: Int, atMost size: Int) throws(FileError) -> ByteBuffer {
        Blocking.willBlock("pread")
        var buffer = ByteBuffer()
        var failure: CInt?
        buffer.writeWithUnsafeMutableBytes(minimumWritableBytes: size) { raw in
            var read: Int
            repeat {
                read = pread(descriptor, raw.baseAddress, size, off_t(position))
            } while read < 0 && errno == EINTR
            if read < 0 { failure = errno }
            return max(0, read)
        }
        if let failure { throw FileError("read", path ?? "", error: failure) }
        return buffer
    }

    /// All bytes.
    ///
    /// - Throws: ``FileError``.
    func readAll() throws(FileError) -> ByteBuffer {
        var all = ByteBuffer()
        while all.readableBytes < count {
            let piece = try read(at: all.readableBytes, atMost: count - all.readableBytes)
            guard piece.readableBytes > 0 else {
                throw FileError("read", path ?? "", error: EIO)
            }
            all.writeImmutableBuffer(piece)
        }
        return all
    }

    /// Where it is.
    ///
    /// - Throws: ``FileError`` once it has been moved.
    func requirePath() throws(FileError) -> String {
        guard let path else { throw FileError("find", "", error: ENOENT) }
        return path
    }

    /// Another descriptor of the same file.
    ///
    /// - Throws: ``FileError``.
    func duplicate() throws(FileError) -> CInt {
        let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
        guard copy >= 0 else { throw FileError("open", path ?? "") }
        return copy
    }
}

/// Why a file could not be written or read: the disk is full, a folder is missing.
///
/// Answered with 500; the log has the path.
public struct FileError: Error, CustomStringConvertible {
    /// What was tried, where, and what the system said.
    public let description: String

    init(_ action: String, _ path: String, error: CInt = errno) {
        description = "Could not \(action) the file \(path): \(String(cString: strerror(error)))."
    }
}
