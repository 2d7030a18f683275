// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeHTTP
import FledgeJSON
import NIOCore

/// Collects the parts of a form for a type: fields in memory, files as long as they are small.
///
///     part ─► a file of the type?  yes ─► memory ─► too much ─► `spill`, on disk
///                                  no  ─► text or JSON; a stranger's file is dropped
///
/// It decides; whoever drives it reads the body, and lets the disk work where that may wait.
struct MultipartForm {
    /// The bounds of what is kept in memory.
    struct Bounds {
        /// Of all files, in bytes; one that goes beyond is on disk.
        var files: Int
        /// Of all fields that are no files, in bytes.
        var fields: Int
    }

    private enum Part {
        case field(MultipartPartHead, ByteBuffer)
        case file(OpenFile)
        /// A file under a name that the type does not have.
        case dropped(MultipartPartHead)
    }

    private struct OpenFile {
        var head: MultipartPartHead
        /// What is in memory.
        var bytes = ByteBuffer()
        var size = 0
        /// What came before `bytes`, once there is too much.
        var disk: TemporaryFile?
    }

    private let shape: FormShape
    private let bounds: Bounds
    private var open: Part?
    private var fieldBytes = 0
    private var fileBytes = 0
    private(set) var fields: [FormField] = []
    private(set) var files: [UploadedFile] = []

    init(_ shape: FormShape, bounds: Bounds) {
        self.shape = shape
        self.bounds = bounds
    }

    /// Takes what the parser read.
    ///
    /// - Throws: ``Problem`` with 413 when the fields need too much memory, with 400 when a part that
    ///   says that it is JSON is none.
    mutating func add(_ event: MultipartParser.Event) throws {
        switch event {
        case .part(let head): begin(head)
        case .bytes(let piece): try append(piece)
        case .partEnd: try end()
        case .end: break
        }
    }

    private mutating func begin(_ head: MultipartPartHead) {
        // A part without a file's name is a field (RFC 7578, 4.2), and a field is no file.
        if shape.takesFile(head.name), head.filename != nil {
            open = .file(OpenFile(head: head))
        } else if head.filename != nil, !shape.takes(head.name) {
            open = .dropped(head)
        } else {
            open = .field(head, ByteBuffer())
        }
    }

    private mutating func append(_ piece: ByteBuffer) throws {
        switch open.take() {
        case .field(let head, var bytes):
            fieldBytes += piece.readableBytes
            guard fieldBytes <= bounds.fields else {
                throw Problem(
                    .contentTooLarge,
                    "The fields of the form that are no files are larger than \(ByteCount(bounds.fields))."
                )
            }
            bytes.writeImmutableBuffer(piece)
            open = .field(head, bytes)
        case .file(var file):
            file.bytes.writeImmutableBuffer(piece)
            file.size += piece.readableBytes
            open = .file(file)
        case .dropped(let head): open = .dropped(head)
        case nil: break
        }
    }

    private mutating func end() throws {
        switch open.take() {
        case .field(let head, let bytes): try addField(head, bytes)
        case .file(let file): addFile(file)
        case .dropped(let head): fields.append(FormField(head.name, .text("")))
        case nil: break
        }
    }

    private mutating func addField(_ head: MultipartPartHead, _ bytes: ByteBuffer) throws {
        let bytes = Array(bytes.readableBytesView)
        if head.contentType?.isJSON == true {
            return fields.append(FormField(head.name, .json(try json(head, bytes))))
        }
        let text = String(validating: bytes, as: UTF8.self)
        fields.append(FormField(head.name, text.map { .text($0) } ?? .malformed))
    }

    /// What the part says that it is: as text it would be told for the wrong type, or be taken.
    private func json(_ head: MultipartPartHead, _ bytes: [UInt8]) throws -> JSON {
        do throws(DecodingFailure) {
            return try JSONReader.decode(JSON.self, from: bytes)
        } catch {
            throw error.problem(ofPart: head.name)
        }
    }

    private mutating func addFile(_ file: OpenFile) {
        // What browsers send for an input in which no file was chosen.
        if file.size == 0, file.head.filename?.isEmpty ?? true { return }
        fields.append(FormField(file.head.name, .file(files.count)))
        let content = file.disk.map { UploadedFile.Content.disk($0) } ?? .memory(file.bytes)
        if file.disk == nil { fileBytes += file.size }
        files.append(UploadedFile(file.head, size: file.size, content))
    }
}

// MARK: Reading a body

extension MultipartForm {
    /// Reads a whole body, piece by piece.
    ///
    /// - Throws: ``Problem``, ``MultipartError``, ``BodyError``, ``FileError``.
    mutating func read(_ body: Body, _ parser: MultipartParser) async throws {
        var parser = parser
        try body.checkAnnouncedLength()
        for try await piece in body {
            parser.append(piece)
            while let event = try parser.next() {
                if wantsDisk(before: event) { try await writeToDisk() }
                try add(event)
            }
        }
        _ = try parser.finish()
    }

    /// Reads a body that is in memory already, where its files stay.
    ///
    /// - Throws: ``Problem``, ``MultipartError``.
    mutating func read(_ bytes: ByteBuffer, _ parser: MultipartParser) throws {
        var parser = parser
        parser.append(bytes)
        while let event = try parser.next() { try add(event) }
        _ = try parser.finish()
    }

    /// What goes to the disk at once, and so what is held of a large file at most, about.
    private static let writeSize = 256 * 1024

    private func wantsDisk(before event: MultipartParser.Event) -> Bool {
        guard case .file(let file)? = open, fileBytes + file.size > bounds.files else {
            return false
        }
        if event == .partEnd { return file.bytes.readableBytes > 0 }
        return file.disk == nil || file.bytes.readableBytes >= Self.writeSize
    }

    private mutating func writeToDisk() async throws {
        guard case .file(var file)? = open else { return }
        let (disk, bytes) = (file.disk, file.bytes)
        file.disk = try await Blocking.run {
            let disk = try disk ?? TemporaryFile()
            try disk.append([bytes])
            return disk
        }
        file.bytes = ByteBuffer()
        open = .file(file)
    }
}

extension Body {
    /// Refuses a body that is announced to be larger than the route takes before it is read.
    ///
    /// - Throws: ``BodyError/tooLarge(limit:)``.
    func checkAnnouncedLength() throws(BodyError) {
        if let count, let limit, count > limit { throw .tooLarge(limit: limit) }
    }
}
