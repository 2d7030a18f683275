// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeHTTP
import HTTPTypes

/// A request head that passed every check, and what it means for the connection.
struct RequestHead {
    /// The request, without its body.
    var request: Request
    let framing: BodyFraming
    /// Whether the client wants to send another request on this connection (RFC 9112, 9.3).
    let keepsAlive: Bool
    /// Whether the client waits for `100 Continue` before it sends the body.
    let expectsContinue: Bool
}

/// How the end of a request body is found (RFC 9112, 6.3).
enum BodyFraming: Hashable {
    case none
    /// `Content-Length`, above zero.
    case length(Int)
    case chunked
}
