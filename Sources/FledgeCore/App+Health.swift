// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeHTTP
import FledgeRouting
import HTTPTypes

extension App {
    /// Adds the two routes that balancers and container platforms ask: is it alive, is it ready.
    ///
    ///     app.health()                                     // GET /health and GET /ready
    ///     app.health { try await database.ping() }
    ///     app.health("/livez", ready: "/readyz")
    ///
    /// | | 200 | 503 with `Retry-After` |
    /// |---|---|---|
    /// | `/health` | always: the process answers. Who gets no answer restarts it | never |
    /// | `/ready` | requests are welcome | the server is stopping, or `check` throws or takes too long |
    ///
    /// They answer when the server is overloaded too, whatever `Host` they are asked by
    /// (probes use addresses), and `RequestLog` leaves them out while all is well.
    /// Like every route they have the middleware that was registered before; call this first if
    /// that is a login. A route of your own for the same path takes the place of the one from here.
    ///
    /// Keep `check` to what this process cannot serve without, and what another instance might have:
    /// a database that all instances share takes all of them out of service at once.
    /// At most one check runs at a time, and requests that come meanwhile get its result, so
    /// nobody can use the route to burden what is checked.
    ///
    /// - Parameters:
    ///   - alive: Where liveness is asked.
    ///   - ready: Where readiness is asked.
    ///   - timeLimit: How long `check` may take; it is cancelled then.
    ///   - fileID: Where this is written; leave it out.
    ///   - line: Where this is written; leave it out.
    ///   - check: Throws when the app cannot do its work. The error is logged and not sent.
    public func health(
        _ alive: String = "/health",
        ready: String = "/ready",
        timeLimit: Duration = .seconds(2),
        fileID: String = #fileID,
        line: Int = #line,
        check: (@Sendable () async throws -> Void)? = nil
    ) {
        let location = CodeLocation(fileID: fileID, line: line)
        addProbe(alive, "Whether the process answers.", location, .sync { _ in Health.ok })
        addProbe(
            ready, "Whether requests are welcome.", location,
            check.map { Health.readiness(HealthCheck(timeLimit: timeLimit, $0)) }
                ?? Health.readiness)
    }

    private func addProbe(
        _ path: String, _ summary: String, _ location: CodeLocation, _ endpoint: Endpoint
    ) {
        var options = RouteOptions()
        options.isProbe = true
        options.givesWay = true
        add(
            .route(
                RouteDefinition(
                    method: .get, path: path, summary: summary, result: JSON.self,
                    options: options, endpoint: endpoint, location: location)))
    }
}

/// The answers to health probes.
private enum Health {
    static let ok = answer(.ok, Body(#"{"status":"ok"}"#))

    /// Without a check: synchronous, so it runs straight from the read.
    static let readiness = Endpoint.sync { request in
        try refuseWhenStopping(request)
        return ok
    }

    static func readiness(_ check: HealthCheck) -> Endpoint {
        .async { request in
            try refuseWhenStopping(request)
            do {
                try await check.run()
            } catch {
                throw notReady("A check of this server failed.", cause: error)
            }
            return ok
        }
    }

    private static func answer(_ status: Status, _ body: Body) -> Response {
        Response(
            status, headers: [.contentType: "application/json", .cacheControl: "no-store"],
            body: body)
    }

    private static func refuseWhenStopping(_ request: Request) throws {
        guard request.route?.app.readiness.isReady != false else {
            throw notReady("This server is stopping.", cause: nil)
        }
    }

    private static func notReady(_ detail: String, cause: (any Error)?) -> Problem {
        Problem(
            .serviceUnavailable, detail, code: "not_ready",
            headers: [.retryAfter: "1", .cacheControl: "no-store"], cause: cause)
    }
}
