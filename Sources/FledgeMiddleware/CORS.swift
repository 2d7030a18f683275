// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

public import FledgeCore

/// Lets pages of other origins call this server (the Fetch standard's CORS protocol).
///
///     app.use(CORS(origins: ["https://shop.example"], credentials: true))
///
/// Browsers keep a page from reading what another origin answers, unless that answer allows it.
/// CORS loosens this protection; it protects nothing by itself, and only browsers look at it.
///
/// - A preflight, an `OPTIONS` with `Origin` and `Access-Control-Request-Method`, is answered with
///   204 here. Every other `OPTIONS` goes on to the app.
/// - An origin that is not allowed gets its answer without the fields, and the browser withholds it
///   from the page. The request still runs: use a check of your own against forged ones.
/// - Errors carry the fields too, so that a page can read why it failed.
/// - `Vary: Origin` is on every answer that could differ by origin, also on those without one.
///
/// The origin `null`, which sandboxed frames and local files send, is never matched by a list or a
/// rule: anyone can produce it.
///
/// Express's `cors` answers every `OPTIONS`, and reflects any origin with credentials when it is told
/// `origin: true`; neither can be expressed here.
public struct CORS: SyncMiddleware {
    private let origins: Origins
    private let methods: String
    private let headers: RequestHeaders
    private let exposed: String?
    private let sendsCredentials: Bool
    private let maxAge: Duration?

    /// Creates the middleware.
    ///
    /// - Parameters:
    ///   - origins: Who may call: a list, `.any`, or `.matching` a rule. An origin is
    ///     `https://shop.example` or `http://localhost:5173`: no path, no slash at the end.
    ///   - methods: The methods a page may use.
    ///   - headers: The fields a page may send; all it asks for, unless you list them.
    ///   - exposed: The fields of the answer a page may read, beyond those that all may.
    ///   - credentials: Whether the browser sends cookies and lets the page read the answer. Needs
    ///     a list or a rule of origins; with `.any` the app does not start.
    ///   - maxAge: How long the browser remembers a preflight; its own default is 5 seconds, and
    ///     Chrome caps it at 2 hours.
    public init(
        origins: Origins = .any,
        methods: [Method] = [.get, .head, .put, .patch, .post, .delete],
        headers: RequestHeaders = .requested,
        exposed: [FieldName] = [],
        credentials: Bool = false,
        maxAge: Duration? = nil
    ) {
        self.origins = origins
        self.methods = methods.map(\.rawValue).joined(separator: ", ")
        self.headers = headers
        self.exposed =
            exposed.isEmpty ? nil : exposed.map(\.rawName).joined(separator: ", ")
        sendsCredentials = credentials
        self.maxAge = maxAge
    }

    /// Origins that can never match, and credentials for everybody.
    public var setupProblems: [String] {
        var problems = origins.problems
        if sendsCredentials, origins.isAny {
            problems.append(
                "credentials cannot be allowed to every origin: any site could act as your users. "
                    + "List the origins: CORS(origins: [\"https://shop.example\"], credentials: true)."
            )
        }
        return problems
    }

    /// Answers preflights; everything else goes on.
    public func before(_ request: inout Request) -> Response? {
        Self.isPreflight(request) ? Response(.noContent) : nil
    }

    /// Adds the fields, to preflights, answers and errors alike.
    public func after(_ request: Request, _ response: inout Response) {
        // Whether or not this origin is allowed: a cache must not give its answer to another one.
        if !origins.isAny { response.headers.addVary("Origin") }
        let isPreflight = Self.isPreflight(request)
        if isPreflight, headers.isRequested {
            response.headers.addVary("Access-Control-Request-Headers")
        }
        guard let origin = request.headers["Origin"], origins.contains(origin) else { return }
        // Fetch 3.2.5: with credentials "*" means nothing, and `setupProblems` has refused it.
        response.headers[.accessControlAllowOrigin] = origins.isAny ? "*" : origin
        if sendsCredentials { response.headers[.accessControlAllowCredentials] = "true" }
        if isPreflight {
            answerPreflight(request, &response)
        } else if let exposed {
            response.headers[.accessControlExposeHeaders] = exposed
        }
    }

    private func answerPreflight(_ request: Request, _ response: inout Response) {
        response.headers[.accessControlAllowMethods] = methods
        response.headers[.accessControlAllowHeaders] = headers.allowed(
            request.headers[.accessControlRequestHeaders])
        if let maxAge {
            response.headers[.accessControlMaxAge] = String(max(0, maxAge.components.seconds))
        }
    }

    private static func isPreflight(_ request: Request) -> Bool {
        request.method == .options && request.headers.contains(.accessControlRequestMethod)
            && request.headers["Origin"] != nil
    }
}
