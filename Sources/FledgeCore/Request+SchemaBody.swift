// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeHTTP
import FledgeJSON
import NIOCore

// Types with a schema are read from JSON, from forms and from multipart forms by the same code, and
// so with the same violations.
extension Request {
    /// ``form(_:)`` of a type that turned out to have a schema.
    func formOpened<Own: SchemaType, T>(_ own: Own.Type, as type: T.Type) async throws -> T {
        let value =
            isMultipart
            ? try await decodeMultipart(own)
            : try decodeForm(own, from: try await collect(.anyForm))
        return JSONCoding.same(value, as: type)
    }

    /// ``decode(_:)`` of a type that turned out to have a schema.
    func decodeOpened<Own: SchemaType, T>(_ own: Own.Type, as type: T.Type) async throws -> T {
        let value =
            isMultipart
            ? try await decodeMultipart(own)
            : try decodeByType(own, from: try await collect(.schema))
        return JSONCoding.same(value, as: type)
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
