// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

public import FledgeCore

/// Names every request, and tells the client the name in `X-Request-ID`.
///
///     app.use(RequestID(), RequestLog())
///
/// Each request has an ``/FledgeHTTP/Request/id`` anyway: it stands in log lines and in problem
/// documents. This middleware sends it along with every answer, errors included, so that a user can
/// quote it, and can take it over from a proxy that has named the request already.
///
/// Put it first: middleware outside it sees the request before it has its final name.
public struct RequestID: SyncMiddleware {
    /// The longest name taken over, in bytes.
    public static let maximumLength = 128

    private let trustsIncoming: Bool

    /// Creates the middleware.
    ///
    /// - Parameter trustIncoming: Whether a well-formed `X-Request-ID` of the request becomes its
    ///   id. Turn it on only behind a proxy that sets or removes the field: otherwise any client can
    ///   write what it likes into your logs, or reuse one id to hide among others. Well-formed is one
    ///   token (RFC 9110 5.6.2) of at most ``maximumLength`` bytes; anything else is ignored.
    public init(trustIncoming: Bool = false) {
        trustsIncoming = trustIncoming
    }

    /// Takes over the id of a trusted proxy.
    public func before(_ request: inout Request) -> Response? {
        if trustsIncoming, let id = request.headers["\(Self.name)"], Self.isWellFormed(id) {
            request.id = id
        }
        return nil
    }

    /// Sends the id.
    public func after(_ request: Request, _ response: inout Response) {
        response.headers.set(Self.name, request.id)
    }

    private static let name: StaticString = "X-Request-ID"

    /// Two fields come joined with a comma, which is no token byte.
    private static func isWellFormed(_ id: String) -> Bool {
        id.utf8.count <= maximumLength && FieldName(id) != nil
    }
}
