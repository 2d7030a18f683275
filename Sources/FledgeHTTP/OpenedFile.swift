// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// A regular file that was opened, with what its answer needs to know of it.
///
/// Size and time are asked of the open file and not of its name, so they fit the bytes that are
/// sent even when the name comes to mean another file.
package struct OpenedFile: Sendable {
    /// All of the file.
    package let content: BodyFile
    /// When it changed last.
    package let modified: HTTPDate
    /// A strong tag of its size and of the time of its last change, in nanoseconds.
    package let tag: EntityTag?

    /// Why a file could not be opened.
    package enum Failure: Error, Hashable, CustomStringConvertible {
        /// There is no file of that name, or what has the name is none: a folder, a device.
        case notFound
        /// The system refused, with the number of its error.
        case refused(path: String, error: CInt)

        /// For logs: it holds the path.
        package var description: String {
            switch self {
            case .notFound: "There is no such file."
            case .refused(let path, let error):
                "The file \(path) could not be opened: \(String(cString: strerror(error)))."
            }
        }
    }

    /// Opens a file for reading.
    ///
    /// Blocks as long as the disk does: call it through ``Blocking``.
    ///
    /// - Throws: ``Failure``.
    package init(path: String) throws(Failure) {
        // C would read the path up to the NUL and open another file.
        guard !path.isEmpty, !path.utf8.contains(0) else { throw .notFound }
        Blocking.willBlock("open")
        // Without O_NONBLOCK, a pipe of that name would hold the thread until somebody writes to it.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            let isMissing = errno == ENOENT || errno == ENOTDIR
            throw isMissing ? .notFound : .refused(path: path, error: errno)
        }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw .notFound
        }
        let size = Int(status.st_size)
        let (seconds, nanoseconds) = Self.modificationTime(status)
        content = BodyFile(takingOver: descriptor, offset: 0, count: size)
        modified = HTTPDate(secondsSince1970: seconds)
        tag = EntityTag(
            opaque: [seconds, nanoseconds, Int64(size)]
                .map { String($0, radix: 36) }.joined(separator: "-"))
    }

    private static func modificationTime(_ status: stat) -> (Int64, Int64) {
        #if canImport(Darwin)
        let time = status.st_mtimespec
        #else
        let time = status.st_mtim
        #endif
        return (Int64(time.tv_sec), Int64(time.tv_nsec))
    }
}
