// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

public import HTTPTypes

/// One HTTP response, as a value.
///
///     Response(.noContent)
///     Response(.ok, headers: [.contentType: "text/csv"], body: "id;name\n")
///     Response(body: .stream { writer in for row in rows { try await writer.write(row.line) } })
///
/// `Content-Length`, `Transfer-Encoding`, `Connection` and `Date` are the server's business: it
/// sets them by what the body is, and drops what a handler set for them.
public struct Response: Sendable {
    /// The status, `.ok` unless told.
    public var status: Status
    /// The header fields; see ``Fields`` for values that are refused.
    public var headers: Fields
    /// The body; see ``Body``.
    public var body: Body
    /// What few responses have; `nil` means nothing of it.
    private var extras: Extras?

    /// Creates a response.
    public init(
        _ status: Status = .ok,
        headers: Fields = Fields(),
        body: Body = .empty
    ) {
        self.status = status
        self.headers = headers
        self.body = body
    }
}

extension Response {
    /// The cookies to set.
    ///
    /// Their defaults are safe; see ``SetCookie``.
    public var cookies: [SetCookie] {
        get { extras?.cookies ?? [] }
        set { change { $0.cookies = newValue } }
    }

    /// The error that this response was made from, for middleware that reports or counts errors.
    ///
    /// It is never sent. Errors have become responses before any middleware sees them, so that no
    /// middleware is skipped by one.
    public var error: (any Error)? {
        get { extras?.error }
        set { change { $0.error = newValue } }
    }

    /// The request as it was where the error became this response: with the id that was sent.
    package var failedRequest: Request? {
        get { extras?.failedRequest }
        set { change { $0.failedRequest = newValue } }
    }

    /// Whether it has cookies or an error.
    package var hasExtras: Bool { extras != nil }

    /// One reference in place of three: a response is passed on and destroyed for every request.
    ///
    /// Safe to share: nobody writes to one that somebody else may hold, but to a copy.
    private final class Extras: @unchecked Sendable {
        var cookies: [SetCookie] = []
        var error: (any Error)?
        var failedRequest: Request?

        init(copying other: Extras?) {
            guard let other else { return }
            cookies = other.cookies
            error = other.error
            failedRequest = other.failedRequest
        }
    }

    private mutating func change(_ change: (Extras) -> Void) {
        let copy = Extras(copying: extras)
        change(copy)
        extras = copy
    }
}

extension Response {
    /// The same response with a field set: `Response.json(user).header(.eTag, tag)`.
    public func header(_ name: FieldName, _ value: String) -> Response {
        var response = self
        response.headers[name] = value
        return response
    }

    /// The same response with a field set, by a name that has no constant.
    public func header(_ name: String, _ value: String) -> Response {
        var response = self
        response.headers[name] = value
        return response
    }

    /// The same response with another status.
    public func status(_ status: Status) -> Response {
        var response = self
        response.status = status
        return response
    }

    /// The same response that also sets `cookie`.
    public func cookie(_ cookie: SetCookie) -> Response {
        var response = self
        response.cookies.append(cookie)
        return response
    }
}
