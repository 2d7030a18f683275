// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

public import FledgeHTTP
import FledgeRouting

// Each verb twice, for handlers that wait and for handlers that do not, and with one constraint on
// the result: more overloads would turn a typo in a closure into the wrong one being chosen.

extension Router {
    /// Answers GET requests, and HEAD requests without the body.
    ///
    ///     app.get("/health") { _ in "ok" }
    ///
    /// - Parameters:
    ///   - path: The pattern, such as `/users/:id`.
    ///   - name: A name for building URLs to it.
    ///   - body: The largest body it takes, if not `Limits.body`.
    ///   - middleware: Middleware around this route only, outermost first.
    ///   - fileID: Where this is written; leave it out.
    ///   - line: Where this is written; leave it out.
    ///   - handler: Makes the result; see `docs/Responses.md` for what it can be.
    public func get<Result: Encodable & SendableMetatype>(
        _ path: String,
        name: String? = nil,
        body: ByteCount? = nil,
        use middleware: any Middleware...,
        fileID: String = #fileID,
        line: Int = #line,
        _ handler: @escaping @Sendable (Request) async throws -> Result
    ) {
        let options = RouteOptions(bodyLimit: body, middleware: middleware)
        route(.get, path, name, options, .init(fileID: fileID, line: line), handler)
    }

    /// Answers GET requests, and HEAD requests without the body.
    ///
    /// This form is for handlers that do not wait: they run straight from the read, and must not block.
    ///
    /// The parameters are those of the first `get`.
    public func get<Result: Encodable & SendableMetatype>(
        _ path: String,
        name: String? = nil,
        body: ByteCount? = nil,
        use middleware: any Middleware...,
        fileID: String = #fileID,
        line: Int = #line,
        _ handler: @escaping @Sendable (Request) throws -> Result
    ) {
        let options = RouteOptions(bodyLimit: body, middleware: middleware)
        route(.get, path, name, options, .init(fileID: fileID, line: line), handler)
    }

    /// Answers POST requests.
    ///
    ///     app.post("/users") { request in
    ///         let user = try await users.create(request.json(NewUser.self))
    ///         return Response.json(user, status: .created)
    ///     }
    ///
    /// The parameters are those of the first `get`.
    public func post<Result: Encodable & SendableMetatype>(
        _ path: String,
        name: String? = nil,
        body: ByteCount? = nil,
        use middleware: any Middleware...,
        fileID: String = #fileID,
        line: Int = #line,
        _ handler: @escaping @Sendable (Request) async throws -> Result
    ) {
        let options = RouteOptions(bodyLimit: body, middleware: middleware)
        route(.post, path, name, options, .init(fileID: fileID, line: line), handler)
    }

    /// Answers POST requests.
    ///
    /// This form is for handlers that do not wait: they run straight from the read, and must not block.
    ///
    /// The parameters are those of the first `get`.
    public func post<Result: Encodable & SendableMetatype>(
        _ path: String,
        name: String? = nil,
        body: ByteCount? = nil,
        use middleware: any Middleware...,
        fileID: String = #fileID,
        line: Int = #line,
        _ handler: @escaping @Sendable (Request) throws -> Result
    ) {
        let options = RouteOptions(bodyLimit: body, middleware: middleware)
        route(.post, path, name, options, .init(fileID: fileID, line: line), handler)
    }

    /// Answers PUT requests.
    ///
    /// The parameters are those of the first `get`.
    public func put<Result: Encodable & SendableMetatype>(
        _ path: String,
        name: String? = nil,
        body: ByteCount? = nil,
        use middleware: any Middleware...,
        fileID: String = #fileID,
        line: Int = #line,
        _ handler: @escaping @Sendable (Request) async throws -> Result
    ) {
        let options = RouteOptions(bodyLimit: body, middleware: middleware)
        route(.put, path, name, options, .init(fileID: fileID, line: line), handler)
    }

    /// Answers PUT requests.
    ///
    /// This form is for handlers that do not wait: they run straight from the read, and must not block.
    ///
    /// The parameters are those of the first `get`.
    public func put<Result: Encodable & SendableMetatype>(
        _ path: String,
        name: String? = nil,
        body: ByteCount? = nil,
        use middleware: any Middleware...,
        fileID: String = #fileID,
        line: Int = #line,
        _ handler: @escaping @Sendable (Request) throws -> Result
    ) {
        let options = RouteOptions(bodyLimit: body, middleware: middleware)
        route(.put, path, name, options, .init(fileID: fileID, line: line), handler)
    }

    /// Answers PATCH requests.
    ///
    /// The parameters are those of the first `get`.
    public func patch<Result: Encodable & SendableMetatype>(
        _ path: String,
        name: String? = nil,
        body: ByteCount? = nil,
        use middleware: any Middleware...,
        fileID: String = #fileID,
        line: Int = #line,
        _ handler: @escaping @Sendable (Request) async throws -> Result
    ) {
        let options = RouteOptions(bodyLimit: body, middleware: middleware)
        route(.patch, path, name, options, .init(fileID: fileID, line: line), handler)
    }

    /// Answers PATCH requests.
    ///
    /// This form is for handlers that do not wait: they run straight from the read, and must not block.
    ///
    /// The parameters are those of the first `get`.
    public func patch<Result: Encodable & SendableMetatype>(
        _ path: String,
        name: String? = nil,
        body: ByteCount? = nil,
        use middleware: any Middleware...,
        fileID: String = #fileID,
        line: Int = #line,
        _ handler: @escaping @Sendable (Request) throws -> Result
    ) {
        let options = RouteOptions(bodyLimit: body, middleware: middleware)
        route(.patch, path, name, options, .init(fileID: fileID, line: line), handler)
    }

    /// Answers DELETE requests.
    ///
    /// The parameters are those of the first `get`.
    public func delete<Result: Encodable & SendableMetatype>(
        _ path: String,
        name: String? = nil,
        body: ByteCount? = nil,
        use middleware: any Middleware...,
        fileID: String = #fileID,
        line: Int = #line,
        _ handler: @escaping @Sendable (Request) async throws -> Result
    ) {
        let options = RouteOptions(bodyLimit: body, middleware: middleware)
        route(.delete, path, name, options, .init(fileID: fileID, line: line), handler)
    }

    /// Answers DELETE requests.
    ///
    /// This form is for handlers that do not wait: they run straight from the read, and must not block.
    ///
    /// The parameters are those of the first `get`.
    public func delete<Result: Encodable & SendableMetatype>(
        _ path: String,
        name: String? = nil,
        body: ByteCount? = nil,
        use middleware: any Middleware...,
        fileID: String = #fileID,
        line: Int = #line,
        _ handler: @escaping @Sendable (Request) throws -> Result
    ) {
        let options = RouteOptions(bodyLimit: body, middleware: middleware)
        route(.delete, path, name, options, .init(fileID: fileID, line: line), handler)
    }

    /// Answers QUERY requests: like GET, with a body that says what is asked (safe, may be cached).
    ///
    /// The parameters are those of the first `get`.
    public func query<Result: Encodable & SendableMetatype>(
        _ path: String,
        name: String? = nil,
        body: ByteCount? = nil,
        use middleware: any Middleware...,
        fileID: String = #fileID,
        line: Int = #line,
        _ handler: @escaping @Sendable (Request) async throws -> Result
    ) {
        let options = RouteOptions(bodyLimit: body, middleware: middleware)
        route(.query, path, name, options, .init(fileID: fileID, line: line), handler)
    }

    /// Answers QUERY requests: like GET, with a body that says what is asked (safe, may be cached).
    ///
    /// This form is for handlers that do not wait: they run straight from the read, and must not block.
    ///
    /// The parameters are those of the first `get`.
    public func query<Result: Encodable & SendableMetatype>(
        _ path: String,
        name: String? = nil,
        body: ByteCount? = nil,
        use middleware: any Middleware...,
        fileID: String = #fileID,
        line: Int = #line,
        _ handler: @escaping @Sendable (Request) throws -> Result
    ) {
        let options = RouteOptions(bodyLimit: body, middleware: middleware)
        route(.query, path, name, options, .init(fileID: fileID, line: line), handler)
    }

    /// Answers requests of any method for which the path has no route of its own.
    ///
    /// The parameters are those of the first `get`.
    public func any<Result: Encodable & SendableMetatype>(
        _ path: String,
        name: String? = nil,
        body: ByteCount? = nil,
        use middleware: any Middleware...,
        fileID: String = #fileID,
        line: Int = #line,
        _ handler: @escaping @Sendable (Request) async throws -> Result
    ) {
        let options = RouteOptions(bodyLimit: body, middleware: middleware)
        route(nil, path, name, options, .init(fileID: fileID, line: line), handler)
    }

    /// Answers requests of any method for which the path has no route of its own.
    ///
    /// This form is for handlers that do not wait: they run straight from the read, and must not block.
    ///
    /// The parameters are those of the first `get`.
    public func any<Result: Encodable & SendableMetatype>(
        _ path: String,
        name: String? = nil,
        body: ByteCount? = nil,
        use middleware: any Middleware...,
        fileID: String = #fileID,
        line: Int = #line,
        _ handler: @escaping @Sendable (Request) throws -> Result
    ) {
        let options = RouteOptions(bodyLimit: body, middleware: middleware)
        route(nil, path, name, options, .init(fileID: fileID, line: line), handler)
    }
}

extension Router {
    func route<Result: Encodable & SendableMetatype>(
        _ method: Method?,
        _ path: String,
        _ name: String?,
        _ options: RouteOptions,
        _ location: CodeLocation,
        _ handler: @escaping @Sendable (Request) async throws -> Result
    ) {
        let converter = ResponseConverter<Result>.make()
        add(method, path, name, options, location, Result.self, .make(converter, handler))
    }

    func route<Result: Encodable & SendableMetatype>(
        _ method: Method?,
        _ path: String,
        _ name: String?,
        _ options: RouteOptions,
        _ location: CodeLocation,
        _ handler: @escaping @Sendable (Request) throws -> Result
    ) {
        let converter = ResponseConverter<Result>.make()
        add(method, path, name, options, location, Result.self, .make(converter, handler))
    }

    private func add(
        _ method: Method?,
        _ path: String,
        _ name: String?,
        _ options: RouteOptions,
        _ location: CodeLocation,
        _ result: any Any.Type,
        _ endpoint: Endpoint
    ) {
        add(
            .route(
                RouteDefinition(
                    method: method, path: path, name: name, result: result, options: options,
                    endpoint: endpoint, location: location)))
    }
}
