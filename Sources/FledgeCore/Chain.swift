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
    private let stages: [Stage]
    private let endpoint: Endpoint
    private let readsWholeBody: Bool

    /// How the chain runs: straight from the read of the request, or in a task.
    package enum Form: Sendable {
        case sync(any SyncChain)
        case async(Chain)
    }

    /// Middleware with two halves, which needs no closure and no suspension, and what it stands around:
    /// a middleware that waits, or in the last stage the endpoint.
    ///
    /// A class, so that running it costs one reference.
    private final class Stage: Sendable {
        let hooks: [any Hook]
        let middleware: (any Middleware)?

        init(_ hooks: [any Hook], around middleware: (any Middleware)?) {
            self.hooks = hooks
            self.middleware = middleware
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
            let last: any SyncChain = HandlerLink(handler)
            return .sync(hooks.reversed().reduce(last) { $1.link(inside: $0) })
        }
        return .async(Chain(middleware, endpoint, readsWholeBody: readsWholeBody))
    }

    private init(_ middleware: [any Middleware], _ endpoint: Endpoint, readsWholeBody: Bool) {
        var stages: [Stage] = []
        var hooks: [any Hook] = []
        for middleware in middleware {
            if let hook = middleware as? any SyncMiddleware {
                hooks.append(hook.hook)
            } else {
                stages.append(Stage(hooks, around: middleware))
                hooks = []
            }
        }
        self.stages = stages + [Stage(hooks, around: nil)]
        self.readsWholeBody = readsWholeBody
        self.endpoint = endpoint
    }

    /// Runs the whole chain.
    ///
    /// Never throws: see `ErrorResponder`.
    package func respond(to request: Request) async -> Response {
        await respond(to: request, from: 0)
    }

    /// Runs the hooks of a stage, what is inside them, and their other halves, innermost first.
    private func respond(to request: Request, from index: Int) async -> Response {
        let stage = stages[index]
        var passed = PassedOn(request)
        var request = request
        var response = Response()
        var isAnswered = false
        while !isAnswered, passed.count < stage.hooks.count {
            isAnswered = stage.hooks[passed.count].answers(&request, with: &response)
            passed.append(request)
        }
        if !isAnswered { response = await respondInside(stage, at: index, request) }
        while let request = passed.popLast() {
            stage.hooks[passed.count].finish(request, &response)
        }
        return response
    }

    private func respondInside(_ stage: Stage, at index: Int, _ request: Request) async -> Response
    {
        do {
            if let middleware = stage.middleware {
                let next = Next { await self.respond(to: $0, from: index + 1) }
                return try await middleware.handle(request, next: next)
            }
            let response: Response
            switch endpoint {
            case .sync(let handler):
                response = try handler(readsWholeBody ? await request.readingWholeBody() : request)
            case .async(let handler): response = try await handler(request)
            }
            try response.vet()
            return response
        } catch {
            return ErrorResponder.response(to: error, request)
        }
    }
}

/// The request as each hook of a stage passed it on, for its second half.
///
/// Mostly it is one and the same throughout, and nothing is kept but that.
private struct PassedOn {
    private let first: Request
    private var changes: [(index: Int, request: Request)] = []
    private(set) var count = 0

    init(_ request: Request) {
        first = request
    }

    private var last: Request { changes.last?.request ?? first }

    mutating func append(_ request: Request) {
        // A request that is held here is copied when somebody changes it.
        if !request.isSame(as: last) { changes.append((count, request)) }
        count += 1
    }

    mutating func popLast() -> Request? {
        guard count > 0 else { return nil }
        count -= 1
        while let change = changes.last, change.index > count { changes.removeLast() }
        return last
    }
}

/// A middleware behind a reference: calling through an existential in an array copies it first.
private protocol Hook: AnyObject, Sendable {
    func answers(_ request: inout Request, with response: inout Response) -> Bool
    func finish(_ request: Request, _ response: inout Response)
}

private final class HookBox<Wrapped: SyncMiddleware>: Hook {
    private let middleware: Wrapped

    init(_ middleware: Wrapped) { self.middleware = middleware }

    func answers(_ request: inout Request, with response: inout Response) -> Bool {
        middleware.answers(&request, with: &response)
    }

    func finish(_ request: Request, _ response: inout Response) {
        middleware.finish(request, &response)
    }
}

extension SyncMiddleware {
    fileprivate var hook: any Hook { HookBox(self) }
}
