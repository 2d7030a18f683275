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
    private let links: [Link]
    private let endpoint: Endpoint
    private let readsWholeBody: Bool

    /// How the chain runs: straight from the read of the request, or in a task.
    package enum Form: Sendable {
        case sync(SyncChain)
        case async(Chain)
    }

    /// A middleware, with its two halves where it has them: those need no closure and no suspension.
    private enum Link {
        case hook(AnyHook)
        case full(any Middleware)

        init(_ middleware: any Middleware) {
            let hook = middleware as? any SyncMiddleware
            self = hook.map { .hook(AnyHook.make($0)) } ?? .full(middleware)
        }
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
        links = middleware.map(Link.init)
        self.readsWholeBody = readsWholeBody
        self.endpoint = endpoint
    }

    /// Runs the whole chain.
    ///
    /// Never throws: see `ErrorResponder`.
    package func respond(to request: Request) async -> Response {
        await respond(to: request, from: 0)
    }

    /// Runs the hooks up to the next middleware that waits, what is inside them, and their other
    /// halves, innermost first.
    private func respond(to request: Request, from start: Int) async -> Response {
        var request = request
        var passedOn: [(hook: AnyHook, request: Request)] = []
        var response = Response()
        var isAnswered = false
        while !isAnswered, start + passedOn.count < links.count,
            case .hook(let hook) = links[start + passedOn.count]
        {
            isAnswered = hook.answers(&request, with: &response)
            passedOn.append((hook, request))
        }
        if !isAnswered { response = await respondInside(request, at: start + passedOn.count) }
        for (hook, request) in passedOn.reversed() { hook.finish(request, &response) }
        return response
    }

    private func respondInside(_ request: Request, at index: Int) async -> Response {
        do {
            guard index < links.count, case .full(let middleware) = links[index] else {
                return try await callEndpoint(request)
            }
            let next = Next { await self.respond(to: $0, from: index + 1) }
            return try await middleware.handle(request, next: next)
        } catch {
            return ErrorResponder.response(to: error, request)
        }
    }

    private func callEndpoint(_ request: Request) async throws -> Response {
        let response =
            switch endpoint {
            case .sync(let handler):
                try handler(readsWholeBody ? await request.readingWholeBody() : request)
            case .async(let handler): try await handler(request)
            }
        try response.vet()
        return response
    }
}

/// A chain that is synchronous throughout: plain calls, no closures, no task.
///
/// Each middleware keeps the request as it passed it on, so that it sees the same in `after`
/// whether the chain around it is synchronous or not.
package struct SyncChain: Sendable {
    private let hooks: [AnyHook]
    private let handler: @Sendable (Request) throws -> Response

    init(hooks: [any SyncMiddleware], handler: @escaping @Sendable (Request) throws -> Response) {
        self.hooks = hooks.map { AnyHook.make($0) }
        self.handler = handler
    }

    /// Runs the whole chain.
    ///
    /// Never throws: see `ErrorResponder`. Fills one response in place: it is large, and every level
    /// would hand on a copy.
    package func respond(to request: Request, with response: inout Response) {
        respond(to: request, with: &response, from: 0)
    }

    private func respond(to request: Request, with response: inout Response, from index: Int) {
        guard index < hooks.count else { return callHandler(request, &response) }
        let hook = hooks[index]
        var request = request
        if !hook.answers(&request, with: &response) {
            respond(to: request, with: &response, from: index + 1)
        }
        hook.finish(request, &response)
    }

    private func callHandler(_ request: Request, _ response: inout Response) {
        do {
            response = try handler(request)
            try response.vet()
        } catch {
            response = ErrorResponder.response(to: error, request)
        }
    }
}

/// A middleware behind a reference: calling through an existential in an array copies it first.
private class AnyHook: @unchecked Sendable {
    // Safe: the one subclass has one constant, of a Sendable type.
    static func make(_ middleware: any SyncMiddleware) -> AnyHook {
        func open(_ middleware: some SyncMiddleware) -> AnyHook { Hook(middleware) }
        return open(middleware)
    }

    /// The first half: whether it has answered. An error is an answer too.
    func answers(_ request: inout Request, with response: inout Response) -> Bool { false }

    /// The second half; an error takes the place of the answer.
    func finish(_ request: Request, _ response: inout Response) {}
}

private final class Hook<Wrapped: SyncMiddleware>: AnyHook, @unchecked Sendable {
    private let middleware: Wrapped

    init(_ middleware: Wrapped) { self.middleware = middleware }

    override func answers(_ request: inout Request, with response: inout Response) -> Bool {
        do {
            guard let early = try middleware.before(&request) else { return false }
            response = early
        } catch {
            response = ErrorResponder.response(to: error, request)
        }
        return true
    }

    override func finish(_ request: Request, _ response: inout Response) {
        do {
            try middleware.after(request, &response)
        } catch {
            response = ErrorResponder.response(to: error, request)
        }
    }
}
