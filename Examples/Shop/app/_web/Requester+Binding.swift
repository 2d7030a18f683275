// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge
import ShopServices

/// Who asks, as a handler's parameter.
///
/// The shop has no login: a client says who it is with `X-User-ID: 1`, and the staff with
/// `X-Staff: yes`. A real app reads a session or a token here, and nothing else changes: neither the
/// handlers, which take a `Requester`, nor the services, which decide by it.
extension Requester: OptionalRequestBindable {
    package static func bind(from request: Request, name: String) throws -> Requester {
        guard let requester = try bindIfPresent(from: request, name: name) else {
            throw Problem(
                .unauthorized, "Say who you are with the header field 'X-User-ID: <id of a user>'.",
                headers: [.wwwAuthenticate: "X-User-ID"])
        }
        return requester
    }

    package static func bindIfPresent(from request: Request, name: String) throws -> Requester? {
        if request.headers["X-Staff"] == "yes" { return .staff }
        guard let text = request.headers["X-User-ID"] else { return nil }
        guard let id = Int(parameter: text) else {
            throw Problem(.badRequest, "The header field 'X-User-ID' must be a whole number.")
        }
        return .customer(User.ID(rawValue: id))
    }
}

/// What the document of the API says of a handler that asks for a `Requester`.
extension Requester: RouteDescribing {
    package static func describe(_ route: inout RouteDescription) {
        route.requires(.header("X-User-ID", details: "The id of a user."))
        route.fails(.badRequest, "The header field 'X-User-ID' is not a whole number.")
    }
}
