// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

public import FledgeHTTP
import NIOCore

extension Multipart {
    /// One part of a form: a field, or a file.
    public struct Part: Sendable {
        /// The name of the field.
        public let name: String
        /// The name that the file has at the client, without folders; `nil` for a field that is no
        /// file, empty when no file was chosen.
        ///
        /// It is what a stranger says: do not store files under it.
        public let filename: String?
        /// What the client says that it is; `nil` when it does not say.
        public let contentType: MediaType?
        /// The bytes, as a stream with backpressure.
        ///
        ///     for try await piece in part.body { … }
        public let body: Body

        init(_ head: MultipartPartHead, _ body: Body) {
            name = head.name
            filename = head.filename
            contentType = head.contentType
            self.body = body
        }

        /// All bytes, in memory.
        ///
        /// - Parameter limit: At most so many.
        /// - Returns: The bytes.
        /// - Throws: ``Problem`` with 413 when there are more, ``MultipartError``, ``BodyError``.
        public func bytes(upTo limit: ByteCount) async throws -> [UInt8] {
            Array(try await collect(limit).readableBytesView)
        }

        /// The part as text.
        ///
        /// - Parameter limit: At most so many bytes.
        /// - Returns: The text.
        /// - Throws: ``Problem`` with 413 when there are more, or 400 when they are not UTF-8,
        ///   ``MultipartError``, ``BodyError``.
        public func text(upTo limit: ByteCount) async throws -> String {
            let bytes = try await collect(limit)
            guard let text = String(validating: bytes.readableBytesView, as: UTF8.self) else {
                throw Problem(.badRequest, "The part '\(name)' is not valid UTF-8.")
            }
            return text
        }

        /// Writes the bytes to a file, off the event loop.
        ///
        /// It is written beside `path` and takes that name when it is complete, so nobody sees
        /// half of it, and one of that name is replaced. After an error nothing is left.
        ///
        /// - Parameters:
        ///   - path: Where to. Never build it from ``filename``: `../../etc/passwd` is a name, too.
        ///   - permissions: Who may read it; the owner alone unless told.
        /// - Returns: The number of bytes.
        /// - Throws: ``MultipartError``, ``BodyError``, or ``FileError`` of the disk.
        @discardableResult
        public func save(to path: String, permissions: UInt16 = 0o600) async throws -> Int {
            let file = try await Blocking.run { try TemporaryFile(beside: path) }
            for try await piece in body {
                try await Blocking.run { try file.append([piece]) }
            }
            return try await Blocking.run {
                try file.move(to: path, permissions: permissions)
                return file.count
            }
        }

        private func collect(_ limit: ByteCount) async throws -> ByteBuffer {
            do {
                return try await body.collect(upTo: limit.bytes)
            } catch BodyError.tooLarge(limit.bytes) {
                throw Problem(.contentTooLarge, "The part '\(name)' is larger than \(limit).")
            }
        }
    }
}
