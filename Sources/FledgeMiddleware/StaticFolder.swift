// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// A folder on the disk that nothing is opened outside of.
///
/// All calls block for as long as the disk takes.
struct StaticFolder: Sendable {
    /// Why a folder cannot be used.
    struct SetupError: Error {
        let message: String
    }

    /// A file that was opened, and what the system says about it.
    struct Opened: Sendable {
        let file: BodyFile
        let isFolder: Bool
        let size: Int
        let modified: StaticTime
    }

    /// Absolute, without symbolic links and without a slash at the end.
    private let root: String

    init(_ path: String) throws(SetupError) {
        let descriptor = open(path.isEmpty ? "." : path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else {
            let reason = StaticFileError(code: errno).reason
            throw SetupError(
                message: "the folder '\(path)' cannot be opened: \(reason). Create it, or write "
                    + "its path from the working directory of the process.")
        }
        defer { close(descriptor) }
        guard let root = Self.realPath(of: descriptor) else {
            throw SetupError(
                message: "the system does not tell where the folder '\(path)' is, so no file in "
                    + "it could be checked. On Linux, mount /proc.")
        }
        self.root = root == "/" ? "" : root
    }

    /// Opens what is at `path`; nil if there is nothing that may be sent.
    ///
    /// The check comes after the opening and looks at the open file, so nobody can exchange a name
    /// between the check and the use. `O_NONBLOCK` keeps a pipe in the folder from blocking.
    ///
    /// - Throws: ``StaticFileError`` when the system fails: a 404 would be a lie, and caches keep it.
    func openFile(at path: StaticPath) throws(StaticFileError) -> Opened? {
        Blocking.willBlock("open")
        let name = ([root] + path.segments).joined(separator: "/")
        guard let descriptor = try Self.openDescriptor(name.isEmpty ? "/" : name) else {
            return nil
        }
        var status = stat()
        let result = fstat(descriptor, &status)
        // Owns the descriptor from here on: every way out closes it.
        let file = BodyFile(takingOver: descriptor, offset: 0, count: max(0, Int(status.st_size)))
        guard result == 0, let real = Self.realPath(of: descriptor), isInside(real) else {
            return nil
        }
        let kind = status.st_mode & S_IFMT
        guard kind == S_IFREG || kind == S_IFDIR else { return nil }
        return Opened(
            file: file, isFolder: kind == S_IFDIR, size: file.count,
            modified: StaticTime(status))
    }

    private func isInside(_ path: String) -> Bool {
        path.utf8.elementsEqual(root.utf8) || path.utf8.starts(with: (root + "/").utf8)
    }

    private static func openDescriptor(_ path: String) throws(StaticFileError) -> CInt? {
        while true {
            let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
            if descriptor >= 0 { return descriptor }
            switch errno {
            case EINTR: continue
            // Not there, or not for us to read: to the client that is the same.
            case ENOENT, ENOTDIR, ELOOP, ENAMETOOLONG, EACCES, EPERM, EINVAL, ENXIO: return nil
            case let code: throw StaticFileError(code: code)
            }
        }
    }

    /// Where an open file is, without symbolic links.
    private static func realPath(of descriptor: CInt) -> String? {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
        #if canImport(Darwin)
        guard fcntl(descriptor, F_GETPATH, &buffer) == 0 else { return nil }
        let length = buffer.firstIndex(of: 0) ?? 0
        #else
        let length = readlink("/proc/self/fd/\(descriptor)", &buffer, buffer.count)
        // A path that fills the buffer was cut.
        guard length > 0, length < buffer.count else { return nil }
        #endif
        let path = buffer[..<length].map { UInt8(bitPattern: $0) }
        guard path.first == UInt8(ascii: "/") else { return nil }
        return String(decoding: path, as: UTF8.self)
    }
}

/// The system could not open a file for a reason that is not the client's.
struct StaticFileError: Error, CustomStringConvertible {
    let code: CInt

    var reason: String {
        strerror(code).map { String(cString: $0) } ?? "error \(code)"
    }

    var description: String {
        let remedy =
            code == EMFILE || code == ENFILE
            ? " Raise the limit of open files (ulimit -n)." : " Check the disk."
        return "A static file could not be opened: \(reason).\(remedy)"
    }
}

/// When a file was changed.
struct StaticTime: Sendable, Comparable {
    let seconds: Int64
    let nanoseconds: Int64

    init(_ status: stat) {
        #if canImport(Darwin)
        let time = status.st_mtimespec
        #else
        let time = status.st_mtim
        #endif
        seconds = Int64(time.tv_sec)
        nanoseconds = Int64(time.tv_nsec)
    }

    /// Whether a tool for reproducible builds has set it.
    ///
    /// Such tools set all times to 0, 1 or 1980-01-01, the first that ZIP knows. Two versions of a file would then have one tag, and 304 would keep the old one for good.
    var isPlaceholder: Bool { seconds < 315_619_200 }

    static func < (left: StaticTime, right: StaticTime) -> Bool {
        (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
    }
}
