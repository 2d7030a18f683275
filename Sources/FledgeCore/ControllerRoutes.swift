// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

public import FledgeHTTP
import FledgeRouting
public import NIOCore

extension ControllerRoutes {
    /// What stands on a handler, apart from its closure.
    ///
    /// `@Route` and `@Controller` fill it from the method: the attribute's arguments, the doc
    /// comment, the parameters, the place in the source.
    public struct Description: Sendable {
        var method: Method
        var path: String
        var handler: String
        var summary: String?
        var details: String?
        var resultDetails: String?
        var failures: [ToldFailure]
        var name: String?
        var parameters: [HandlerParameter]
        var options: RouteOptions
        var location: CodeLocation

        /// Describes a handler.
        ///
        /// - Parameters:
        ///   - method: The method it answers.
        ///   - path: The pattern below the mount path; empty for the mount path itself.
        ///   - handler: The name for listings: `UserController.show`.
        ///   - summary: The first paragraph of the doc comment.
        ///   - details: The rest of the doc comment.
        ///   - resultDetails: What its `Returns` says.
        ///   - failures: The statuses that its `Throws` names, each with when.
        ///   - name: A name for building URLs to it.
        ///   - parameters: The parameters in order.
        ///   - body: The largest body it takes, if not `Limits.body`.
        ///   - middleware: Middleware around this handler only, outermost first.
        ///   - fileID: The file of the handler.
        ///   - line: The line of the handler.
        public init(
            _ method: Method,
            _ path: String = "",
            handler: String,
            summary: String? = nil,
            details: String? = nil,
            returns resultDetails: String? = nil,
            failures: KeyValuePairs<Int, String> = [:],
            name: String? = nil,
            parameters: [HandlerParameter] = [],
            body: ByteCount? = nil,
            use middleware: [any Middleware] = [],
            fileID: String = #fileID,
            line: Int = #line
        ) {
            self.method = method
            self.path = path
            self.handler = handler
            self.summary = summary
            self.details = details
            self.resultDetails = resultDetails
            self.failures = failures.map { ToldFailure(status: $0.key, details: $0.value) }
            self.name = name
            self.parameters = parameters
            options = RouteOptions(bodyLimit: body, middleware: middleware)
            location = CodeLocation(fileID: fileID, line: line)
        }
    }

    /// Adds a handler that waits.
    public func on<Result: Encodable & SendableMetatype>(
        _ description: Description,
        _ handler: @escaping @Sendable (Subject, inout HandlerInput) async throws -> Result
    ) {
        let converter = ResponseConverter<Result>.make()
        add(description, Result.self) { subject in
            .make(converter) { request async throws in
                var input = HandlerInput(request)
                return try await handler(subject, &input)
            }
        }
    }

    /// Adds a handler that does not wait.
    public func on<Result: Encodable & SendableMetatype>(
        _ description: Description,
        _ handler: @escaping @Sendable (Subject, inout HandlerInput) throws -> Result
    ) {
        let converter = ResponseConverter<Result>.make()
        add(description, Result.self) { subject in
            .make(converter) { request throws in
                var input = HandlerInput(request)
                return try handler(subject, &input)
            }
        }
    }

    /// Adds a handler that waits and has no result: 204.
    public func onVoid(
        _ description: Description,
        _ handler: @escaping @Sendable (Subject, inout HandlerInput) async throws -> Void
    ) {
        addAsync(description, Void.self) { subject, request in
            var input = HandlerInput(request)
            try await handler(subject, &input)
            return Response(.noContent)
        }
    }

    /// Adds a handler that does not wait and has no result: 204.
    public func onVoid(
        _ description: Description,
        _ handler: @escaping @Sendable (Subject, inout HandlerInput) throws -> Void
    ) {
        addSync(description, Void.self) { subject, request in
            var input = HandlerInput(request)
            try handler(subject, &input)
            return Response(.noContent)
        }
    }

    /// Adds a handler that waits and answers with a sequence of bytes, sent as they come.
    public func on<Chunks: AsyncSequence & Sendable & SendableMetatype>(
        _ description: Description,
        _ handler: @escaping @Sendable (Subject, inout HandlerInput) async throws -> Chunks
    ) where Chunks.Element: BodyChunk {
        addAsync(description, StreamOf<Chunks.Element>.self) { subject, request in
            var input = HandlerInput(request)
            return .streaming(try await handler(subject, &input))
        }
    }

    /// Adds a handler that does not wait and answers with a sequence of bytes, sent as they come.
    public func on<Chunks: AsyncSequence & Sendable & SendableMetatype>(
        _ description: Description,
        _ handler: @escaping @Sendable (Subject, inout HandlerInput) throws -> Chunks
    ) where Chunks.Element: BodyChunk {
        addSync(description, StreamOf<Chunks.Element>.self) { subject, request in
            var input = HandlerInput(request)
            return .streaming(try handler(subject, &input))
        }
    }

    /// The compiler's message for a result that cannot be a response.
    @available(
        *, unavailable,
        message:
            "Fledge cannot answer with this type. Let it conform to Encodable (JSON) or ResponseConvertible, or return Response, String, HTML, Redirect, Created, File, EventStream or an async sequence of bytes."
    )
    @_disfavoredOverload
    public func on<Result: SendableMetatype>(
        _ description: Description,
        _ handler: @escaping @Sendable (Subject, inout HandlerInput) async throws -> Result
    ) {}

    private func addAsync(
        _ description: Description,
        _ result: any Any.Type,
        _ handler: @escaping @Sendable (Subject, Request) async throws -> Response
    ) {
        add(description, result) { subject in .async { try await handler(subject, $0) } }
    }

    private func addSync(
        _ description: Description,
        _ result: any Any.Type,
        _ handler: @escaping @Sendable (Subject, Request) throws -> Response
    ) {
        add(description, result) { subject in .sync { try handler(subject, $0) } }
    }

    private func add(
        _ description: Description,
        _ result: any Any.Type,
        _ endpoint: @escaping (Subject) -> Endpoint
    ) {
        let readsBody = description.parameters.contains {
            $0.source == .body && $0.type != Body.self
        }
        routes.append(
            Route { subject in
                RouteDefinition(
                    method: description.method,
                    path: description.path,
                    name: description.name,
                    handler: description.handler,
                    summary: description.summary,
                    details: description.details,
                    resultDetails: description.resultDetails,
                    failures: description.failures,
                    result: result,
                    parameters: description.parameters,
                    options: description.options,
                    readsWholeBody: readsBody,
                    endpoint: endpoint(subject),
                    location: description.location
                )
            })
    }
}

/// A piece of a streamed answer: `ByteBuffer`, `String` or `[UInt8]`.
public protocol BodyChunk: Sendable {
    /// The bytes.
    var bodyBytes: ByteBuffer { get }
    /// What a stream of these is unless the handler says otherwise.
    static var bodyContentType: String { get }
}

extension ByteBuffer: BodyChunk {
    /// Itself.
    public var bodyBytes: ByteBuffer { self }
    /// `application/octet-stream`.
    public static var bodyContentType: String { "application/octet-stream" }
}

extension String: BodyChunk {
    /// The UTF-8 bytes.
    public var bodyBytes: ByteBuffer { ByteBuffer(string: self) }
    /// `text/plain; charset=utf-8`.
    public static var bodyContentType: String { "text/plain; charset=utf-8" }
}

extension [UInt8]: BodyChunk {
    /// The bytes.
    public var bodyBytes: ByteBuffer { ByteBuffer(bytes: self) }
    /// `application/octet-stream`.
    public static var bodyContentType: String { "application/octet-stream" }
}

extension Response {
    static func streaming<Chunks: AsyncSequence & Sendable & SendableMetatype>(_ chunks: Chunks)
        -> Response
    where Chunks.Element: BodyChunk {
        Response(
            headers: [.contentType: Chunks.Element.bodyContentType],
            body: .stream { writer in
                for try await chunk in chunks { try await writer.write(chunk.bodyBytes) }
            }
        )
    }
}
