// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

public import FledgeHTTP

/// Something that stands around handlers: it sees the request before them and the response after.
///
///     struct Timing: Middleware {
///         func handle(_ request: Request, next: Next) async -> Response {
///             let response = await next(request)
///             return response.header("Server-Timing", "app;dur=\(request.received.duration(to: .now))")
///         }
///     }
///
///     app.use(Timing())
///
/// It may answer by itself (and not call `next`), change the request on the way in, or change the
/// response on the way out. `next` never throws: what a handler threw has become its problem
/// response already, with the cause in `response.error`, so no error can skip a middleware.
/// What `handle` itself throws is answered in the same way, around everything that it wraps.
///
/// Middleware that does not wait for anything should be a ``SyncMiddleware`` instead: a route whose
/// middleware and handler are all synchronous runs without a task.
///
/// Its test calls it as a function, with ``Next/init(_:)`` in place of the rest of the app.
public protocol Middleware: Sendable {
    /// Answers `request`, usually by asking `next` and changing what comes back.
    ///
    /// - Parameters:
    ///   - request: The request, with what the middleware around this one added.
    ///   - next: The rest: further middleware, then the handler. Call it at most once.
    /// - Returns: The response, for the middleware around this one.
    /// - Throws: Any error; a ``ProblemConvertible`` one decides the status, any other is a 500.
    func handle(_ request: Request, next: Next) async throws -> Response

    /// What is wrong with how this middleware was set up; asked once, when the app is built.
    ///
    /// Each entry is one sentence with the remedy. The app lists them with everything else that
    /// is wrong and does not start.
    var setupProblems: [String] { get }

    /// Tells the document of the API what the routes inside ask for, or how they answer, because of this
    /// middleware.
    ///
    ///     func describe(_ route: inout RouteDescription) { route.requires(.cookie("session")) }
    ///
    /// Asked when the document is made, never for a request.
    func describe(_ route: inout RouteDescription)
}

extension Middleware {
    /// Nothing is wrong.
    public var setupProblems: [String] { [] }

    /// Says what the type says if it is ``RouteDescribing``, else nothing.
    public func describe(_ route: inout RouteDescription) {
        (Self.self as? any RouteDescribing.Type)?.describe(&route)
    }
}

/// Middleware in two synchronous halves, for what needs no waiting.
///
///     struct NoStore: SyncMiddleware {
///         func before(_ request: inout Request) -> Response? { nil }
///         func after(_ request: Request, _ response: inout Response) {
///             response.headers[.cacheControl] = "no-store"
///         }
///     }
///
/// `before` has no default: with one, a guard whose signature is off by a word (no `inout`, `async`)
/// would compile and let everybody in.
///
/// Whenever `before` ran, `after` runs too: after an error, after an early answer, always. Keep
/// what `after` needs in the request's typed storage.
public protocol SyncMiddleware: Middleware {
    /// Looks at the request on its way in, and may change it.
    ///
    /// - Returns: A response to answer at once, or `nil` to go on.
    /// - Throws: As in ``Middleware/handle(_:next:)``.
    func before(_ request: inout Request) throws -> Response?

    /// Looks at the response on its way out, and may change it.
    ///
    /// - Throws: As in ``Middleware/handle(_:next:)``; the error's response replaces `response`.
    func after(_ request: Request, _ response: inout Response) throws
}

extension SyncMiddleware {
    /// Changes nothing.
    public func after(_ request: Request, _ response: inout Response) throws {}

    /// Both halves around `next`, for chains that are asynchronous elsewhere.
    public func handle(_ request: Request, next: Next) async throws -> Response {
        var request = request
        var response: Response
        do {
            if let early = try before(&request) {
                response = early
            } else {
                response = await next(request)
            }
        } catch {
            response = ErrorResponder.response(to: error, request)
        }
        do {
            try after(request, &response)
        } catch {
            response = ErrorResponder.response(to: error, request)
        }
        return response
    }
}

/// Middleware around the answers that no route gives: 404 and 405, and those alone.
///
/// It is left out of every route's chain when the app is built, so what it does, such as looking for
/// a file, costs a route nothing, and does not make a synchronous route asynchronous. Add it to the
/// app; a group has no 404 of its own.
public protocol FallbackMiddleware: Middleware {}

/// Middleware that helps its developers and would harm users: an app in production refuses to start
/// with it.
package protocol DevelopmentMiddleware: Middleware {}

/// The rest of the way: the middleware that is left, then the handler.
public struct Next: Sendable {
    private let run: @Sendable (Request) async -> Response

    /// Stands in for the rest of an app, so that a test can call a middleware as a function.
    ///
    ///     let response = try await Timing().handle(request, next: Next { _ in Response(.ok) })
    public init(_ run: @escaping @Sendable (Request) async -> Response) {
        self.run = run
    }

    /// Goes on with `request`.
    ///
    /// - Returns: The response. An error has become one; its cause is in `response.error`.
    public func callAsFunction(_ request: Request) async -> Response {
        await run(request)
    }
}
