// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

public import FledgeHTTP
import FledgeJSON
import HTTPTypes
package import NIOCore

extension Request {
    /// The body as JSON, decoded into `type`.
    ///
    ///     let new = try await request.json(NewUser.self)
    ///
    /// - Throws: ``Problem``: 415 when the body says that it is something else, 413 when it is larger
    ///   than the route takes, 400 with line and column for bad syntax, 422 with everything that does
    ///   not fit, or of a type without a schema the first.
    public func json<T: Decodable>(_ type: T.Type) async throws -> T {
        try decodeJSON(type, from: try await collect(.json))
    }

    /// The body as a form (`application/x-www-form-urlencoded`), decoded into `type`; for a type with a
    /// schema also as a multipart form.
    ///
    /// - Throws: ``Problem``: 415, 413, 400, or 422 with what does not fit.
    public func form<T: Decodable>(_ type: T.Type) async throws -> T {
        if let own = T.self as? any SchemaType.Type {
            return try await formOpened(own, as: type)
        }
        return try decodeForm(type, from: try await collect(.form))
    }

    /// The body, decoded by its media type: JSON or a form; for a type with a schema also a multipart form
    /// with files.
    ///
    /// - Throws: ``Problem``, as ``json(_:)`` and ``form(_:)``.
    public func decode<T: Decodable>(_ type: T.Type) async throws -> T {
        if let own = T.self as? any SchemaType.Type {
            return try await decodeOpened(own, as: type)
        }
        return try decodeByType(type, from: try await collect(.decodable))
    }

    /// The body as text.
    ///
    /// - Throws: ``Problem``: 413, or 400 when the bytes are not UTF-8.
    public func text() async throws -> String {
        try text(of: try await body.collect())
    }

    func text(of bytes: ByteBuffer) throws -> String {
        guard let text = String(validating: bytes.readableBytesView, as: UTF8.self) else {
            throw Problem(.badRequest, "The body is not valid UTF-8.")
        }
        return text
    }

    /// The body of a request whose route has it read before the handler is called.
    package func wholeBody() throws -> ByteBuffer {
        if let buffered = body.buffered { return buffered }
        if case .failed(let error) = body.storage { throw error }
        if let limit = body.limit, let count = body.count, count > limit {
            throw BodyError.tooLarge(limit: limit)
        }
        throw Problem(
            .internalServerError,
            "A synchronous handler asked for a body that had not been read; make the handler async."
        )
    }

    /// The same request with its body in memory, for a synchronous handler, which cannot wait.
    ///
    /// What goes wrong is kept in the body and thrown where the handler asks for it, inside its
    /// middleware.
    func readingWholeBody() async -> Request {
        guard body.buffered == nil else { return self }
        var request = self
        do {
            request.body = Body(try await body.collect())
        } catch {
            request.body = Body(failed: error as? BodyError ?? .incomplete, count: body.count)
        }
        return request
    }

    /// As ``decode(_:)``, of a body that has been read before the handler is called.
    func decodeWholeBody<T: Decodable>(_ type: T.Type) throws -> T {
        let mustBeRead = typeDependsOnBytes
        if !mustBeRead { try checkMediaType(.decodable) }
        let bytes = try wholeBody()
        if mustBeRead, bytes.readableBytes > 0 { throw unsupportedMediaType(.decodable) }
        return try decodeByType(type, from: bytes)
    }

    func decode<T: Decodable>(_ type: T.Type, from bytes: ByteBuffer) throws -> T {
        try checkMediaType(.decodable)
        return try decodeByType(type, from: bytes)
    }

    /// The body, once its type is known to be one that is accepted: 415 comes before the upload.
    func collect(_ accepted: AcceptedBody) async throws -> ByteBuffer {
        let mustBeRead = typeDependsOnBytes
        if !mustBeRead { try checkMediaType(accepted) }
        let bytes = try await body.collect()
        if mustBeRead, bytes.readableBytes > 0 { throw unsupportedMediaType(accepted) }
        return bytes
    }

    /// Whether a body stands for none: it is empty, or JSON and `null`.
    func isNothing(_ bytes: ByteBuffer) -> Bool {
        // More than this is not looked at: nobody pads `null` with a page of spaces.
        guard bytes.readableBytes <= 64 else { return false }
        let spaces: [UInt8] = [0x20, 0x0A, 0x0D, 0x09]
        let rest = bytes.readableBytesView.drop { spaces.contains($0) }
        if bytes.readableBytes == 0 { return true }
        guard rest.prefix(4).elementsEqual("null".utf8),
            rest.dropFirst(4).allSatisfy({ spaces.contains($0) })
        else { return false }
        return isPlainJSON || (mediaType?.isJSON == true && !headers.has("Content-Encoding"))
    }

    /// Whether only the bytes can tell if a type is missing: an empty body needs none, and a
    /// chunked one says at its end that it is empty.
    var typeDependsOnBytes: Bool { body.count == nil && headers[.contentType] == nil }

    /// Whether the fields say `application/json` and nothing more, as most clients do: then there is
    /// no media type to be parsed.
    var isPlainJSON: Bool {
        headers.hasOnly("Content-Type", "application/json") && !headers.has("Content-Encoding")
    }

    private func decodeByType<T: Decodable>(_ type: T.Type, from bytes: ByteBuffer) throws -> T {
        let isForm = !isPlainJSON && mediaType?.isForm ?? false
        return isForm ? try decodeForm(type, from: bytes) : try decodeJSON(type, from: bytes)
    }

    private func decodeJSON<T: Decodable>(_ type: T.Type, from bytes: ByteBuffer) throws -> T {
        guard bytes.readableBytes > 0 else {
            throw Problem(.badRequest, "The body is empty; it must be JSON.", code: "missing_body")
        }
        return try JSONCoding.decode(type, from: bytes, maximumDepth: jsonDepth)
    }

    private func decodeForm<T: Decodable>(_ type: T.Type, from bytes: ByteBuffer) throws -> T {
        let form = try form(of: bytes)
        do {
            return try QueryCoding.decode(type, from: form)
        } catch let error as QueryCoding.Failure {
            let violations = error.violations.map { $0.problemViolation { .pointer("/" + $0) } }
            throw Problem(
                .unprocessableContent,
                "The body does not have the expected form. "
                    + violations.map(\.message).joined(separator: " "),
                code: "invalid_body", violations: violations)
        }
    }

    /// The pairs of a form, once there are not too many.
    func form(of bytes: ByteBuffer) throws -> Query {
        let form = Query(bytes: bytes, range: 0..<bytes.readableBytes)
        guard form.pairCountBound <= limits.queryPairs else {
            throw Problem(.badRequest, "The form has more than \(limits.queryPairs) fields.")
        }
        return form
    }

    /// The media type of the body, parsed once here for everyone who asks.
    public var mediaType: MediaType? {
        headers[.contentType].flatMap { MediaType($0) }
    }

    func checkMediaType(_ accepted: AcceptedBody) throws {
        if accepted.takesJSON, isPlainJSON { return }
        try checkContentCoding()
        if let mediaType, accepted.types.contains(where: { $0.accepts(mediaType) }) { return }
        // Nothing was said about an empty body: the decoder will say that it is missing.
        if headers[.contentType] == nil, body.isEmpty { return }
        throw unsupportedMediaType(accepted)
    }

    func unsupportedMediaType(_ accepted: AcceptedBody) -> Problem {
        let names = accepted.types.map(\.rawValue)
        let found = headers[.contentType].map { "'\($0)'" } ?? "none"
        return Problem(
            .unsupportedMediaType,
            "The body must have the content type \(names.joined(separator: " or ")); this one has \(found).",
            headers: [.accept: names.joined(separator: ", ")]
        )
    }

    /// A compressed body would be read as if it were the text, and refused with a riddle (RFC 9110,
    /// 15.5.16: the answer names the codings that are taken).
    func checkContentCoding() throws {
        guard let coding = headers[.contentEncoding], coding.lowercased() != "identity" else {
            return
        }
        throw Problem(
            .unsupportedMediaType,
            "The body has the content encoding '\(coding)', which is not decoded here; send it plain.",
            headers: [.acceptEncoding: "identity"]
        )
    }

    var limits: Limits { route?.app.limits ?? Limits() }

    /// Of the limits, which are large to copy.
    var jsonDepth: Int { route?.app.jsonDepth ?? Limits().jsonDepth }
}

/// The kinds of bodies that something reads.
struct AcceptedBody: Sendable {
    enum Kind: String, Sendable {
        case json = "application/json"
        case form = "application/x-www-form-urlencoded"
        case multipart = "multipart/form-data"

        func accepts(_ type: MediaType) -> Bool {
            self == .json ? type.isJSON : type.essence == rawValue
        }
    }

    let types: [Kind]

    var takesJSON: Bool { types.contains(.json) }

    static let json = AcceptedBody(types: [.json])
    static let form = AcceptedBody(types: [.form])
    static let multipart = AcceptedBody(types: [.multipart])
    /// What a type that is only `Decodable` is read from.
    static let decodable = AcceptedBody(types: [.json, .form])
    /// What a type with a schema is read from.
    static let schema = AcceptedBody(types: [.json, .form, .multipart])
    /// What a form with a schema is read from.
    static let anyForm = AcceptedBody(types: [.form, .multipart])
}

extension MediaType {
    var isForm: Bool { AcceptedBody.Kind.form.accepts(self) }
    var isMultipart: Bool { AcceptedBody.Kind.multipart.accepts(self) }
}
