// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

public import FledgeHTTP
public import FledgeJSON
import NIOCore

// Types with a schema are read from JSON, from forms and from multipart forms by the same code, and
// so with the same violations. The compiler prefers these to those for `Decodable`.
extension Request {
    /// The body as JSON, read as `type`.
    ///
    /// - Throws: ``Problem``: 415 when the body says that it is something else, 413 when it is larger
    ///   than the route takes, 400 with line and column for bad syntax, 422 with everything that
    ///   does not fit.
    public func json<T: SchemaType>(_ type: T.Type) async throws -> T {
        try JSONCoding.decode(type, from: try await collect(.json), maximumDepth: jsonDepth)
    }

    /// The body as a form, plain or multipart, read as `type`.
    ///
    /// - Throws: ``Problem``: 415, 413, 400, or 422 with everything that does not fit.
    public func form<T: SchemaType>(_ type: T.Type) async throws -> T {
        if isMultipart { return try await decodeMultipart(type) }
        return try decodeForm(type, from: try await collect(.anyForm))
    }

    /// The body, read by its media type: JSON, a form, or a multipart form with files.
    ///
    /// - Throws: ``Problem``, as ``json(_:)`` and ``form(_:)``.
    public func decode<T: SchemaType>(_ type: T.Type) async throws -> T {
        if isMultipart { return try await decodeMultipart(type) }
        return try decodeByType(type, from: try await collect(.schema))
    }

    /// As ``decode(_:)``, of a body that has been read before the handler is called.
    func decodeWholeBody<T: SchemaType>(_ type: T.Type) throws -> T {
        if isPlainJSON {
            return try JSONCoding.decode(type, from: try wholeBody(), maximumDepth: jsonDepth)
        }
        let mustBeRead = typeDependsOnBytes
        if !mustBeRead { try checkMediaType(.schema) }
        let bytes = try wholeBody()
        if mustBeRead, bytes.readableBytes > 0 { throw unsupportedMediaType(.schema) }
        return try decodeByType(type, from: bytes)
    }

    func decode<T: SchemaType>(_ type: T.Type, from bytes: ByteBuffer) throws -> T {
        try checkMediaType(.schema)
        return try decodeByType(type, from: bytes)
    }

    var isMultipart: Bool { !isPlainJSON && mediaType?.isMultipart ?? false }

    private func decodeByType<T: SchemaType>(_ type: T.Type, from bytes: ByteBuffer) throws -> T {
        guard !isPlainJSON, let mediaType, !mediaType.isJSON else {
            return try JSONCoding.decode(type, from: bytes, maximumDepth: jsonDepth)
        }
        return mediaType.isMultipart
            ? try decodeMultipart(type, from: bytes) : try decodeForm(type, from: bytes)
    }

    private func decodeForm<T: SchemaType>(_ type: T.Type, from bytes: ByteBuffer) throws -> T {
        try decode(type, try form(of: bytes).map(FormField.init))
    }

    // MARK: Multipart

    /// Reads the parts as they come: large files go to the disk.
    private func decodeMultipart<T: SchemaType>(_ type: T.Type) async throws -> T {
        var form = multipartForm(type, memory: limits.multipartMemory.bytes)
        try await form.read(body, try multipartParser())
        return try decode(type, form.fields, form.files)
    }

    /// Reads a body that is in memory already: its files stay there.
    private func decodeMultipart<T: SchemaType>(
        _ type: T.Type, from bytes: ByteBuffer
    ) throws -> T {
        var form = multipartForm(type, memory: .max)
        try form.read(bytes, try multipartParser())
        return try decode(type, form.fields, form.files)
    }

    private func multipartForm<T: SchemaType>(_ type: T.Type, memory: Int) -> MultipartForm {
        MultipartForm(
            FormShape.of(type), bounds: .init(files: memory, fields: limits.body.bytes))
    }

    private func decode<T: SchemaType>(
        _ type: T.Type, _ fields: [FormField], _ files: [UploadedFile] = []
    ) throws -> T {
        var options = JSONReader.Options(depth: jsonDepth)
        for (number, file) in files.enumerated() { options.attachments[String(number)] = file }
        do throws(FormFailure) {
            return try FormReader.decode(type, from: fields, options: options)
        } catch {
            throw DecodingFailure.invalid(error.violations).problem
        }
    }
}

extension FormField {
    /// A pair of a query string or a form.
    init(_ pair: Query.Pair) {
        let value: Value = pair.hasEqualsSign ? .text(pair.value) : .flag
        self.init(pair.name, pair.isWellFormed ? value : .malformed)
    }
}
