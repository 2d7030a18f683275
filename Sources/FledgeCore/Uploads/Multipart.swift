// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

public import FledgeHTTP
import HTTPTypes

/// A `multipart/form-data` body (RFC 7578), read part by part while it comes in.
///
///     @POST(body: .gibibytes(2)) func upload(body: Multipart) async throws -> Receipt {
///         for try await part in body {
///             switch part.name {
///             case "title": title = try await part.text(upTo: .kibibytes(1))
///             case "film": try await part.save(to: films.path(of: id))
///             default: continue
///             }
///         }
///
/// Nothing is kept: a part that is not read is skipped, and while a handler does not read, its
/// client waits. Each part must be read before the next one is asked for. For forms of known
/// fields, a `@Schema` type with ``UploadedFile`` members is less work.
///
/// The bounds are the route's body limit, `Limits.multipartParts` and
/// `Limits.multipartPartHeaders`; beyond them is a 413. What is malformed is a 400 that says where.
public struct Multipart: AsyncSequence, Sendable {
    /// One part.
    public typealias Element = Part

    private let reader: MultipartReader

    /// Reads the body of `request`.
    ///
    /// - Throws: ``Problem``: 415 when the body says that it is something else, 400 when its content
    ///   type has no boundary.
    public init(_ request: Request) throws {
        let parser = try request.multipartParser()
        reader = MultipartReader(request.body, parser)
    }

    /// Reads the parts in order.
    ///
    /// A body can be read once: a second iterator goes on where the first one is.
    public func makeAsyncIterator() -> Iterator { Iterator(reader: reader) }

    /// Reads the parts of a ``Multipart``.
    public struct Iterator: AsyncIteratorProtocol {
        let reader: MultipartReader

        /// The next part; what is left of the one before is skipped.
        ///
        /// - Throws: ``MultipartError``, ``BodyError``.
        public mutating func next() async throws -> Part? {
            try await reader.nextPart()
        }
    }
}

extension Request {
    /// The body as `multipart/form-data`, part by part.
    ///
    /// - Throws: ``Problem``: 415 or 400, before anything is read.
    public func multipart() throws -> Multipart { try Multipart(self) }

    func multipartParser() throws -> MultipartParser {
        try checkContentCoding()
        guard let mediaType, mediaType.isMultipart else {
            throw unsupportedMediaType(.multipart)
        }
        let limits = limits
        return MultipartParser(
            try MultipartDelimiter(of: mediaType),
            bounds: .init(
                parts: limits.multipartParts, partHeaders: limits.multipartPartHeaders.bytes))
    }
}

extension MultipartError: ProblemConvertible {
    /// 400, or 413 beyond a limit.
    public var problem: Problem {
        switch self {
        case .boundary, .malformed:
            Problem(.badRequest, description, code: "malformed_multipart")
        case .tooManyParts, .partHeadersTooLarge:
            Problem(.contentTooLarge, description)
        }
    }
}
