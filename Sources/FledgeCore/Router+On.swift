// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

public import FledgeHTTP
import FledgeRouting

extension Router {
    /// Answers requests with a closure whose parameters are the captures of the path, in order and typed.
    ///
    ///     app.on(.get, "/users/:id/orders/:order") { (id: User.ID, order: Order.ID) in
    ///         try await orders.find(order, of: id)
    ///     }
    ///
    /// A capture that does not parse to its type is a path that does not exist: 404. The closure
    /// must take as many parameters as the path has; the app says so when it is built.
    ///
    /// - Parameters:
    ///   - method: The method.
    ///   - path: The pattern, such as `/users/:id`. A catch-all is one capture, joined with `/`.
    ///   - name: A name for building URLs to it.
    ///   - middleware: Middleware around this route only, outermost first.
    ///   - fileID: Where this is written; leave it out.
    ///   - line: Where this is written; leave it out.
    ///   - handler: Makes the result from the captures.
    public func on<each Capture: ParameterValue, Result: Encodable & SendableMetatype>(
        _ method: Method,
        _ path: String,
        name: String? = nil,
        use middleware: any Middleware...,
        fileID: String = #fileID,
        line: Int = #line,
        _ handler: @escaping @Sendable @concurrent (repeat each Capture) async throws -> Result
    ) {
        let converter = ResponseConverter<Result>.make()
        let endpoint = Endpoint.make(converter) { request async throws in
            var captures = CaptureReader(request)
            return try await handler(repeat try captures.next((each Capture).self))
        }
        on(
            method, path, name, .init(middleware: middleware),
            types((repeat (each Capture).self)), Result.self,
            .init(fileID: fileID, line: line), endpoint)
    }

    /// Answers requests with a closure whose parameters are the captures of the path, in order and typed.
    ///
    /// This form is for handlers that do not wait: they run straight from the read, and must not block.
    ///
    /// - Parameters:
    ///   - method: The method.
    ///   - path: The pattern, such as `/users/:id`. A catch-all is one capture, joined with `/`.
    ///   - name: A name for building URLs to it.
    ///   - middleware: Middleware around this route only, outermost first.
    ///   - fileID: Where this is written; leave it out.
    ///   - line: Where this is written; leave it out.
    ///   - handler: Makes the result from the captures.
    public func on<each Capture: ParameterValue, Result: Encodable & SendableMetatype>(
        _ method: Method,
        _ path: String,
        name: String? = nil,
        use middleware: any Middleware...,
        fileID: String = #fileID,
        line: Int = #line,
        _ handler: @escaping @Sendable (repeat each Capture) throws -> Result
    ) {
        let converter = ResponseConverter<Result>.make()
        let endpoint = Endpoint.make(converter) { request throws in
            var captures = CaptureReader(request)
            return try handler(repeat try captures.next((each Capture).self))
        }
        on(
            method, path, name, .init(middleware: middleware),
            types((repeat (each Capture).self)), Result.self,
            .init(fileID: fileID, line: line), endpoint)
    }

    /// The compiler's message for a capture that is no ``ParameterValue``.
    @available(
        *, unavailable,
        message:
            "The captures of 'on' must be ParameterValues. For an enum or an id type it is enough to say so: 'extension User.ID: ParameterValue {}'."
    )
    @_disfavoredOverload
    public func on<each Capture, Result: Encodable & SendableMetatype>(
        _ method: Method,
        _ path: String,
        name: String? = nil,
        use middleware: any Middleware...,
        fileID: String = #fileID,
        line: Int = #line,
        _ handler: @escaping @Sendable @concurrent (repeat each Capture) async throws -> Result
    ) {}

    private func on(
        _ method: Method,
        _ path: String,
        _ name: String?,
        _ options: RouteOptions,
        _ captures: [any Any.Type],
        _ result: any Any.Type,
        _ location: CodeLocation,
        _ endpoint: Endpoint
    ) {
        add(
            .route(
                RouteDefinition(
                    method: method, path: path, name: name, result: result, captures: captures,
                    options: options, endpoint: endpoint, location: location)))
    }

    private func types<each Capture>(_: (repeat (each Capture).Type)) -> [any Any.Type] {
        var types: [any Any.Type] = []
        for type in repeat (each Capture).self { types.append(type) }
        return types
    }
}

/// Hands out the captures of a request one after the other.
private struct CaptureReader {
    private let request: Request
    private var index = 0

    init(_ request: Request) {
        self.request = request
    }

    mutating func next<Value: ParameterValue>(_: Value.Type) throws -> Value {
        defer { index += 1 }
        guard index < request.captures.count, let text = request.captureText(index),
            let value = Value(parameter: text)
        else { throw AutomaticAnswer.notFound(request) }
        return value
    }
}
