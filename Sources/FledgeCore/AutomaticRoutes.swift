// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeHTTP
import FledgeRouting
import HTTPTypes

/// What the table holds for each route: the route, and what answers when its path is asked with a
/// method that it does not have.
struct MatchTarget: Sendable {
    let route: CompiledRoute
    let automatic: CompiledRoute
}

/// The answers that no route gives, behind the middleware of the app or of the nearest route.
struct AutomaticRoutes: Sendable {
    let notFound: CompiledRoute
    let notImplemented: CompiledRoute
    let serverOptions: CompiledRoute
    let redirect: CompiledRoute
    let tooManyPairs: CompiledRoute
    let misdirected: CompiledRoute

    init(context: AppContext, middleware: [any Middleware]) {
        // A fallback may stand in for a route that is missing, not for a refusal.
        let always = middleware.filter { !($0 is any FallbackMiddleware) }
        func make(_ endpoint: @escaping @Sendable (Request) throws -> Response) -> CompiledRoute {
            Self.make(context, nil, always, endpoint)
        }
        notFound = Self.make(context, nil, middleware) { throw AutomaticAnswer.notFound($0) }
        notImplemented = make { throw AutomaticAnswer.notImplemented($0) }
        serverOptions = make { AutomaticAnswer.options($0) }
        redirect = make { AutomaticAnswer.redirect($0) }
        tooManyPairs = make { throw AutomaticAnswer.tooManyPairs($0) }
        misdirected = make { _ in throw AutomaticAnswer.misdirected }
    }

    /// 204 to OPTIONS and 405 to all other methods, behind the middleware of the scope that the
    /// route stands in, so that a preflight meets the same CORS settings as the request after it.
    static func methodAnswers(
        context: AppContext, pattern: RoutePattern, middleware: [any Middleware]
    ) -> CompiledRoute {
        make(context, pattern, middleware) { request in
            guard request.method == .options else {
                throw AutomaticAnswer.methodNotAllowed(request)
            }
            return AutomaticAnswer.options(request)
        }
    }

    private static func make(
        _ context: AppContext,
        _ pattern: RoutePattern?,
        _ middleware: [any Middleware],
        _ endpoint: @escaping @Sendable (Request) throws -> Response
    ) -> CompiledRoute {
        CompiledRoute(
            app: context, info: nil, pattern: pattern, bodyLimit: context.limits.body.bytes,
            readsWholeBody: false, form: Chain.make(middleware, .sync(endpoint)),
            refusal: Overload.refusal(behind: middleware))
    }
}

/// The texts of the automatic answers.
enum AutomaticAnswer {
    /// The methods that the path has, set by the match.
    enum Allowed: RequestKey { typealias Value = [String] }

    /// Where a redirect for the slash at the end goes, set by the match.
    enum SlashTarget: RequestKey { typealias Value = String }

    static func notFound(_ request: Request) -> Problem {
        Problem(.notFound, "There is nothing at \(request.path).")
    }

    static func methodNotAllowed(_ request: Request) -> Problem {
        let allowed = allowed(request)
        return Problem(
            .methodNotAllowed,
            "\(request.path) does not take \(request.method.rawValue). It takes \(allowed).",
            headers: [.allow: allowed])
    }

    static func notImplemented(_ request: Request) -> Problem {
        Problem(.notImplemented, "The method \(request.method.rawValue) is not known here.")
    }

    static func options(_ request: Request) -> Response {
        Response(.noContent, headers: [.allow: allowed(request)])
    }

    static func redirect(_ request: Request) -> Redirect {
        .permanent(request[SlashTarget.self] ?? "/")
    }

    static func redirect(_ request: Request) -> Response {
        let redirect: Redirect = redirect(request)
        return redirect.response(for: request)
    }

    static func tooManyPairs(_ request: Request) -> Problem {
        Problem(.badRequest, "The query has more than \(request.limits.queryPairs) parameters.")
    }

    static let misdirected = Problem(
        .misdirectedRequest, "This server does not answer for the host of the request.")

    private static func allowed(_ request: Request) -> String {
        var methods = Set((request[Allowed.self] ?? []) + ["OPTIONS"])
        if methods.contains("GET") { methods.insert("HEAD") }
        return methods.sorted().joined(separator: ", ")
    }
}
