// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeHTTP

/// What answers a request in the end, in one of two forms.
package enum Endpoint: Sendable {
    case sync(@Sendable (Request) throws -> Response)
    case async(@Sendable (Request) async throws -> Response)
}

/// The middleware of one route, outermost first, and its endpoint, flattened when the app is built.
///
/// Errors become responses at the boundary of whoever threw them, so the halves of a middleware
/// always run in pairs.
package final class Chain: Sendable {
    private let middleware: [any Middleware]
    private let endpoint: Endpoint
    private let readsWholeBody: Bool

    /// How the chain runs: straight from the read of the request, or in a task.
    package enum Form: Sendable {
        case sync(SyncChain)
        case async(Chain)
    }

    /// Chooses the synchronous form when every part of the chain has one.
    ///
    /// A synchronous endpoint that wants the body (`readsWholeBody`) cannot wait for it, so it is read
    /// for it: in an asynchronous chain inside the middleware, else by the `Plan` before the chain.
    package static func make(
        _ middleware: [any Middleware], _ endpoint: Endpoint, readsWholeBody: Bool = false
    ) -> Form {
        let hooks = middleware.compactMap { $0 as? any SyncMiddleware }
        if hooks.count == middleware.count, case .sync(let handler) = endpoint {
            return .sync(SyncChain(hooks: hooks, handler: handler))
        }
        return .async(Chain(middleware, endpoint, readsWholeBody: readsWholeBody))
    }

    private init(_ middleware: [any Middleware], _ endpoint: Endpoint, readsWholeBody: Bool) {
        self.middleware = middleware
        self.readsWholeBody = readsWholeBody
        self.endpoint = endpoint
    }

    /// Runs the whole chain.
    ///
    /// Never throws: see `ErrorResponder`.
    package func respond(to request: Request) async -> Response {
        await respond(to: request, from: 0)
    }

    private func respond(to request: Request, from index: Int) async -> Response {
        do {
            guard index < middleware.count else { return try await callEndpoint(request) }
            let next = Next { await self.respond(to: $0, from: index + 1) }
            return try await middleware[index].handle(request, next: next)
        } catch {
            return ErrorResponder.response(to: error, request)
        }
    }

    private func callEndpoint(_ request: Request) async throws -> Response {
        switch endpoint {
        case .sync(let handler):
            try handler(readsWholeBody ? await request.readingWholeBody() : request).vetted()
        case .async(let handler): try await handler(request).vetted()
        }
    }
}

/// A chain that is synchronous throughout: plain calls, no closures, no task.
///
/// Each middleware keeps the request as it passed it on, so that it sees the same in `after`
/// whether the chain around it is synchronous or not.
package struct SyncChain: Sendable {
    let hooks: [any SyncMiddleware]
    let handler: @Sendable (Request) throws -> Response

    /// Runs the whole chain.
    ///
    /// Never throws: see `ErrorResponder`.
    package func respond(to request: Request) -> Response {
        respond(to: request, from: 0)
    }

    private func respond(to request: Request, from index: Int) -> Response {
        guard index < hooks.count else { return callHandler(request) }
        let hook = hooks[index]
        var request = request
        var response: Response
        do {
            response = try hook.before(&request) ?? respond(to: request, from: index + 1)
        } catch {
            response = ErrorResponder.response(to: error, request)
        }
        do {
            try hook.after(request, &response)
        } catch {
            response = ErrorResponder.response(to: error, request)
        }
        return response
    }

    private func callHandler(_ request: Request) -> Response {
        do {
            return try handler(request).vetted()
        } catch {
            return ErrorResponder.response(to: error, request)
        }
    }
}
