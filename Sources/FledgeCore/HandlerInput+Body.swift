// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

public import FledgeHTTP
public import FledgeJSON
public import NIOCore

// What is decoded is `sending`, so that a handler on any executor may have it, `Sendable` or not.
// Each in an asynchronous form, which reads the body, and a synchronous one for synchronous
// handlers: the server has then read the body before it calls them.
extension HandlerInput {
    /// The body, decoded by its media type: JSON or a form.
    ///
    /// - Throws: ``Problem``: 415 for another media type, 413 when it is larger than the route takes,
    ///   400 for bad syntax, 422 for values that do not fit.
    public func body<T: Decodable & SendableMetatype>(_: T.Type) async throws -> sending T {
        try await request.decode(T.self)
    }

    /// The body, or `nil` when there is none, or it is the JSON `null`.
    ///
    /// - Throws: As above.
    public func body<T: Decodable>(_: T?.Type) async throws -> T? {
        if request.body.isEmpty { return nil }
        // A chunked body says only at its end that it is empty.
        let bytes = try await request.body.collect()
        return request.isNothing(bytes) ? nil : try request.decode(T.self, from: bytes)
    }

    /// The body, read by its media type: JSON, a form, or a multipart form with files.
    ///
    /// - Throws: ``Problem``: 415 for another media type, 413 when it is larger than the route takes,
    ///   400 for bad syntax, 422 with everything that does not fit.
    public func body<T: SchemaType>(_: T.Type) async throws -> sending T {
        try await request.decode(T.self)
    }

    /// The body of a type with a schema, or `nil` when there is none, or it is the JSON `null`.
    ///
    /// - Throws: As above.
    public func body<T: SchemaType>(_: T?.Type) async throws -> T? {
        if request.body.isEmpty { return nil }
        // A form with files says by its type that it is there, and is not taken into memory.
        if request.isMultipart { return try await request.decode(T.self) }
        let bytes = try await request.body.collect()
        return request.isNothing(bytes) ? nil : try request.decode(T.self, from: bytes)
    }

    /// The parts of a multipart form, read by the handler.
    ///
    /// - Throws: ``Problem``: 415 for another media type, 400 without a boundary.
    public func body(_: Multipart.Type) async throws -> Multipart { try request.multipart() }

    /// The body as text.
    ///
    /// - Throws: ``Problem``: 413, or 400 when it is not UTF-8.
    public func body(_: String.Type) async throws -> String {
        try await request.text()
    }

    /// The bytes of the body, of any media type.
    ///
    /// - Throws: ``BodyError``.
    public func body(_: [UInt8].Type) async throws -> [UInt8] {
        Array(try await request.body.collect().readableBytesView)
    }

    /// The bytes of the body, of any media type, without a copy.
    ///
    /// - Throws: ``BodyError``.
    public func body(_: ByteBuffer.Type) async throws -> ByteBuffer {
        try await request.body.collect()
    }

    /// The body as a stream, read by the handler.
    ///
    /// - Throws: Nothing; the generated code says `try await` before every body.
    public func body(_: Body.Type) async throws -> Body { request.body }

    /// The body, decoded by its media type, for synchronous handlers.
    ///
    /// - Throws: As the asynchronous form.
    public func body<T: Decodable>(_: T.Type) throws -> T {
        try request.decodeWholeBody(T.self)
    }

    /// The body, or `nil` when there is none, for synchronous handlers.
    ///
    /// - Throws: As the asynchronous form.
    public func body<T: Decodable>(_: T?.Type) throws -> T? {
        let bytes = try request.wholeBody()
        return request.isNothing(bytes) ? nil : try request.decode(T.self, from: bytes)
    }

    /// The body, read by its media type, for synchronous handlers; its files are in memory.
    ///
    /// - Throws: As the asynchronous form.
    public func body<T: SchemaType>(_: T.Type) throws -> T {
        try request.decodeWholeBody(T.self)
    }

    /// The body of a type with a schema, or `nil` when there is none, for synchronous handlers.
    ///
    /// - Throws: As the asynchronous form.
    public func body<T: SchemaType>(_: T?.Type) throws -> T? {
        let bytes = try request.wholeBody()
        return request.isNothing(bytes) ? nil : try request.decode(T.self, from: bytes)
    }

    /// The compiler's message for parts in a handler that does not wait.
    @available(
        *, unavailable,
        message: "Reading parts of a multipart body waits for the client; make the handler async."
    )
    public func body(_: Multipart.Type) throws -> Multipart { try request.multipart() }

    /// The body as text, for synchronous handlers.
    ///
    /// - Throws: As the asynchronous form.
    public func body(_: String.Type) throws -> String {
        try request.text(of: request.wholeBody())
    }

    /// The bytes of the body, for synchronous handlers.
    ///
    /// - Throws: ``BodyError``.
    public func body(_: [UInt8].Type) throws -> [UInt8] {
        Array(try request.wholeBody().readableBytesView)
    }

    /// The bytes of the body, for synchronous handlers, without a copy.
    ///
    /// - Throws: ``BodyError``.
    public func body(_: ByteBuffer.Type) throws -> ByteBuffer {
        try request.wholeBody()
    }

    /// The body as a stream, to be passed on: a handler that does not wait cannot read it.
    ///
    /// - Throws: Nothing; the generated code says `try` before every body.
    public func body(_: Body.Type) throws -> Body { request.body }

    /// The compiler's message for a body that cannot be decoded.
    @available(
        *, unavailable,
        message:
            "Fledge cannot decode this body. Let its type conform to Decodable, or take String, [UInt8], ByteBuffer, Multipart or Body."
    )
    @_disfavoredOverload
    public func body<T>(_: T.Type) throws -> T {
        throw BodyError.incomplete
    }

    /// The compiler's message for a body that cannot be decoded, in handlers that wait.
    @available(
        *, unavailable,
        message:
            "Fledge cannot decode this body. Let its type conform to Decodable, or take String, [UInt8], ByteBuffer, Multipart or Body."
    )
    @_disfavoredOverload
    public func body<T>(_: T.Type) async throws -> T {
        throw BodyError.incomplete
    }
}
