// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

public import FledgeHTTP
public import FledgeJSON
import NIOCore

/// A file in a form, as a member of a `@Schema` type.
///
///     @Schema struct NewAvatar {
///         @Field(.length(1...80)) var title: String
///         var image: UploadedFile
///         var more: [UploadedFile] = []
///     }
///
///     @POST(body: .mebibytes(20)) func upload(body: NewAvatar) async throws -> Avatar {
///         guard body.image.contentType?.type == "image" else { throw Problem(.unsupportedMediaType) }
///         try await body.image.save(to: avatars.path(of: id))
///
/// Small files are in memory, larger ones (`Limits.multipartMemory`) in a temporary file that only
/// this process's user can read. It is deleted with the last copy of the value: when the request
/// ends, however it ends, unless a handler keeps it for longer.
///
/// It is read from `multipart/form-data` alone; in JSON it is a violation with the code `file`.
public struct UploadedFile: Sendable {
    /// The name that the file has at the client, without folders; may be empty.
    ///
    /// It is what a stranger says: do not store files under it.
    public let name: String
    /// What the client says that it is; `nil` when it does not say.
    public let contentType: MediaType?
    /// The number of bytes.
    public let size: Int

    private let content: Content

    /// Where the bytes are.
    enum Content: Sendable {
        case memory(ByteBuffer)
        case disk(TemporaryFile)
    }

    init(_ head: MultipartPartHead, size: Int, _ content: Content) {
        name = head.filename ?? ""
        contentType = head.contentType
        self.size = size
        self.content = content
    }

    /// Creates a file by hand, for tests.
    ///
    /// - Parameters:
    ///   - name: The name at the client.
    ///   - contentType: What it is.
    ///   - bytes: What is in it.
    public init(
        name: String, contentType: MediaType? = nil, bytes: some Sequence<UInt8>
    ) {
        let buffer = ByteBuffer(bytes: bytes)
        self.init(
            MultipartPartHead(name: "", filename: name, contentType: contentType),
            size: buffer.readableBytes, .memory(buffer))
    }

    /// All bytes, in memory.
    ///
    /// - Throws: ``FileError`` of the disk.
    public func bytes() async throws -> [UInt8] {
        switch content {
        case .memory(let buffer): return Array(buffer.readableBytesView)
        case .disk(let file):
            return try await Blocking.run {
                Array(try file.readAll().readableBytesView)
            }
        }
    }

    /// The bytes as a stream, or as the body of an answer.
    ///
    /// - Throws: ``FileError`` of the disk.
    public func body() throws -> Body {
        switch content {
        case .memory(let buffer): return Body(buffer)
        case .disk(let file):
            let descriptor = try file.duplicate()
            return .file(BodyFile(takingOver: descriptor, offset: 0, count: size))
        }
    }

    /// Gives the file a place of its own, off the event loop.
    ///
    /// A temporary file is moved there, which costs nothing on the same disk. Others see it when
    /// it is complete; a file of that name is replaced.
    ///
    /// - Parameters:
    ///   - path: Where to. Never build it from ``name``: `../../etc/passwd` is a name, too.
    ///   - permissions: Who may read it; the owner alone unless told.
    /// - Throws: ``FileError`` of the disk, also when it was saved before.
    public func save(to path: String, permissions: UInt16 = 0o600) async throws {
        let content = content
        try await Blocking.run {
            switch content {
            case .memory(let buffer):
                let file = try TemporaryFile(beside: path)
                try file.append([buffer])
                try file.move(to: path, permissions: permissions)
            case .disk(let file):
                try file.move(to: path, permissions: permissions)
            }
        }
    }

    /// Gives `body` the path of a file with these bytes, for programs that want one; off the event
    /// loop.
    ///
    ///     let size = try await file.withPath { try ImageSize(ofFile: $0) }
    ///
    /// - Parameter body: The file is certain to be there while it runs.
    /// - Returns: What `body` returns.
    /// - Throws: What `body` throws, ``FileError`` of the disk.
    public func withPath<Result: Sendable>(
        _ body: @Sendable (String) throws -> Result
    ) async throws -> Result {
        let content = content
        return try await Blocking.run {
            let file: TemporaryFile
            switch content {
            case .disk(let known): file = known
            case .memory(let buffer):
                file = try TemporaryFile()
                try file.append([buffer])
            }
            return try withExtendedLifetime(file) { try body(try file.requirePath()) }
        }
    }

    /// Whether the bytes are in memory.
    package var isInMemory: Bool {
        if case .memory = content { true } else { false }
    }
}

extension UploadedFile: SchemaType {
    /// Takes the file that was sent as a part of the form.
    public init(json reader: inout JSONReader) throws(JSONError) {
        guard case .integer(let number) = try JSON(json: &reader),
            let file = reader.attachment(String(number), as: UploadedFile.self)
        else {
            throw reader.refuse(
                code: "file", "must be a file, sent as a part of multipart/form-data")
        }
        self = file
    }

    /// Writes the name: the bytes have no place in JSON.
    public func write(to writer: inout JSONWriter) { writer.string(name) }

    /// `string`, format `binary`, which is how OpenAPI says "a file".
    public static func describe(in registry: inout SchemaRegistry) -> JSONSchema {
        JSONSchema(["type": "string", "format": "binary"])
    }
}
