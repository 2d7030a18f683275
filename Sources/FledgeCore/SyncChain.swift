// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeHTTP

/// A chain that is synchronous throughout: plain calls, no closures, no task.
///
///     RequestID ─► RequestLog ─► SecurityHeaders ─► handler
///
/// Each link holds the next one, so that a level costs one call and the request one reference.
package protocol SyncChain: AnyObject, Sendable {
    /// Runs this link and everything inside it.
    ///
    /// Never throws: see `ErrorResponder`. Fills one response in place: it is large, and every level
    /// would hand on a copy.
    func respond(to request: Request, with response: inout Response)
}

/// The last link.
final class HandlerLink: SyncChain {
    private let handler: @Sendable (Request) throws -> Response

    init(_ handler: @escaping @Sendable (Request) throws -> Response) {
        self.handler = handler
    }

    func respond(to request: Request, with response: inout Response) {
        do {
            response = try handler(request)
            try response.vet()
        } catch {
            response = ErrorResponder.response(to: error, request)
        }
    }
}

/// A middleware around what is inside it.
final class HookLink<Wrapped: SyncMiddleware>: SyncChain {
    private let middleware: Wrapped
    private let inside: any SyncChain

    init(_ middleware: Wrapped, inside: any SyncChain) {
        self.middleware = middleware
        self.inside = inside
    }

    /// The middleware keeps the request as it passed it on, so that it sees the same in `after`
    /// whether the chain around it is synchronous or not.
    func respond(to request: Request, with response: inout Response) {
        var request = request
        if !middleware.answers(&request, with: &response) {
            inside.respond(to: request, with: &response)
        }
        middleware.finish(request, &response)
    }
}

extension SyncMiddleware {
    /// A link of this middleware.
    func link(inside chain: any SyncChain) -> any SyncChain { HookLink(self, inside: chain) }

    /// The first half: whether it has answered.
    ///
    /// An error is an answer too.
    func answers(_ request: inout Request, with response: inout Response) -> Bool {
        do {
            guard let early = try before(&request) else { return false }
            response = early
        } catch {
            response = ErrorResponder.response(to: error, request)
        }
        return true
    }

    /// The second half; an error takes the place of the answer.
    func finish(_ request: Request, _ response: inout Response) {
        do {
            try after(request, &response)
        } catch {
            response = ErrorResponder.response(to: error, request)
        }
    }
}
