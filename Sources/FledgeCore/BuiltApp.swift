// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

public import FledgeHTTP
import FledgeRouting
import HTTPTypes
import Logging

/// An app as it runs: checked, flattened, immutable.
///
///     let app = try makeApp().build()
///     let response = await app.respond(to: Request(.get, "/users/1"))
///
/// The server and the test client drive it. By hand it is rarely needed.
public final class BuiltApp: Sendable {
    package let context: AppContext
    let table: RouteTable<MatchTarget>
    /// The values of the table, beside it: a match by index stays free of generic code.
    private let targets: [MatchTarget]
    private let automatic: AutomaticRoutes
    private let methods: Set<String>
    /// Of the limits, beside them: reading one member of a large value may copy all of it.
    private let queryPairs: Int

    init(context: AppContext, table: RouteTable<MatchTarget>, automatic: AutomaticRoutes) {
        self.context = context
        queryPairs = context.limits.queryPairs
        self.table = table
        targets = table.entries.map(\.value)
        self.automatic = automatic
        context.finish(routes: targets.compactMap(\.route.info))
        methods = KnownMethods.all.union(table.entries.compactMap(\.method))
    }

    /// All routes, in the order of registration.
    public var routes: [RouteInfo] {
        context.routes
    }

    /// The URL of a named route.
    ///
    ///     app.get("/users/:id", name: "user") { … }
    ///     try built.path(to: "user", ["id": "7"])      // "/users/7"
    ///
    /// - Parameters:
    ///   - name: The name given at registration.
    ///   - values: A value for each parameter, not percent-encoded.
    /// - Returns: The path, percent-encoded.
    /// - Throws: ``RoutePathError`` when values are missing or superfluous; ``Problem`` with 500 when
    ///   no route has the name.
    public func path(to name: String, _ values: [String: String] = [:]) throws -> String {
        guard let entry = table.entries.first(where: { $0.value.route.info?.name == name }) else {
            throw Problem(.internalServerError, "No route is named '\(name)'.")
        }
        return try entry.pattern.path(values)
    }

    /// Answers one request in the process, without a socket.
    ///
    /// Never throws: every error becomes its response.
    public func respond(to request: Request) async -> Response {
        var request = request
        request.unshare()
        return await plan(for: &request).respond(to: request)
    }

    /// Decides what answers a request, before its body is there.
    ///
    /// Sets the captures and the limit of the body in `request`, in place: nobody else may hold it.
    package func plan(for request: inout Request) -> Plan {
        var captures = PathCaptures()
        var route = route(for: &request, &captures)
        if let hosts = context.hosts, !route.isProbe, !hosts.contains(request) {
            route = automatic.misdirected
        }
        request.route(to: route, captures, bodyLimit: route.bodyLimit)
        return Plan(route: route)
    }

    private func route(
        for request: inout Request, _ captures: inout PathCaptures
    ) -> CompiledRoute {
        let target = request.target
        if target.isAsterisk {
            request[AutomaticAnswer.Allowed.self] = table.entries.compactMap(\.method)
            return automatic.serverOptions
        }
        guard
            !target.hasQuery || target.query.pairCountBound <= queryPairs
        else {
            return automatic.tooManyPairs
        }
        switch match(request, target) {
        case .found(let index, let found):
            captures = found
            return targets[index].route
        case .wrongMethod(let allowed, let nearest, let found):
            guard isKnown(request.method) else { return automatic.notImplemented }
            captures = found
            request[AutomaticAnswer.Allowed.self] = allowed
            return targets[nearest].automatic
        case .redirect(let change):
            guard isKnown(request.method) else { return automatic.notImplemented }
            request[AutomaticAnswer.SlashTarget.self] = changed(target, change)
            return automatic.redirect
        case .notFound:
            return isKnown(request.method) ? automatic.notFound : automatic.notImplemented
        }
    }

    private func match(_ request: Request, _ target: RequestTarget) -> RouteMatch<Int> {
        let common = request.commonMethod
        return target.withPathBytes { path in
            if let common { return table.matchIndex(path: path, commonMethod: common.rawValue) }
            return table.matchIndex(path: path, method: request.method.rawValue)
        }
    }

    private func isKnown(_ method: Method) -> Bool { methods.contains(method.rawValue) }

    /// Browsers read `\` in a URL as `/`, so a target that begins with `/\host` would lead elsewhere.
    private func changed(_ target: RequestTarget, _ change: TrailingSlashChange) -> String {
        let path = target.path
        let query = target.pathAndQuery.dropFirst(path.count)
        let changed = change == .add ? path + "/" : String(path.dropLast())
        return changed.split(separator: "\\", omittingEmptySubsequences: false)
            .joined(separator: "%5C") + query
    }
}

/// What will answer a request, decided from its head.
///
/// A value with one reference. The server asks it whether to wait for the body and how to run.
package struct Plan: Sendable {
    package let route: CompiledRoute

    /// Whether the body must be read before `respondNow`.
    ///
    /// An asynchronous chain reads it when its handler wants it, after the middleware: who is not
    /// logged in is told so before the upload.
    package var readsWholeBody: Bool { route.readsWholeBody && isSync }

    /// The largest body, in bytes.
    package var bodyLimit: Int { route.bodyLimit }

    /// Whether `respondNow` may be called.
    package var isSync: Bool {
        if case .sync = route.form { true } else { false }
    }

    /// Whether a server with too much to do answers this request all the same.
    package var isProbe: Bool { route.isProbe }

    /// Answers in place of the handler, at once: 503 with `Retry-After`.
    package func refuse(_ request: Request) -> Response {
        var response = Response(.serviceUnavailable)
        guard case .sync(let chain) = route.refusal else { return response }
        chain.respond(to: request, with: &response)
        ResponseFinisher.finish(&response, request)
        return response
    }

    /// Answers without a task, when the route is synchronous throughout; else it does nothing.
    package func respondNow(to request: Request, with response: inout Response) {
        guard case .sync(let chain) = route.form else { return }
        chain.respond(to: request, with: &response)
        ResponseFinisher.finish(&response, request)
    }

    /// Answers.
    package func respond(to request: Request) async -> Response {
        var response = Response()
        switch route.form {
        case .sync(let chain):
            let request = readsWholeBody ? await request.readingWholeBody() : request
            chain.respond(to: request, with: &response)
            ResponseFinisher.finish(&response, request)
        case .async(let chain):
            response = await chain.respond(to: request)
            ResponseFinisher.finish(&response, request)
        }
        return response
    }
}

/// The method tokens of the IANA registry; what is not here and has no route is 501.
enum KnownMethods {
    static let all: Set<String> = [
        "ACL", "BASELINE-CONTROL", "BIND", "CHECKIN", "CHECKOUT", "CONNECT", "COPY", "DELETE",
        "GET",
        "HEAD", "LABEL", "LINK", "LOCK", "MERGE", "MKACTIVITY", "MKCALENDAR", "MKCOL",
        "MKREDIRECTREF", "MKWORKSPACE", "MOVE", "OPTIONS", "ORDERPATCH", "PATCH", "POST", "PRI",
        "PROPFIND", "PROPPATCH", "PUT", "QUERY", "REBIND", "REPORT", "SEARCH", "TRACE", "UNBIND",
        "UNCHECKOUT", "UNLINK", "UNLOCK", "UPDATE", "UPDATEREDIRECTREF", "VERSION-CONTROL",
    ]
}
