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
            throw unknown("Say who you are with the header field 'X-User-ID: <id of a user>'.")
        }
        return requester
    }

    package static func bindIfPresent(from request: Request, name: String) throws -> Requester? {
        let customer = try request.headers["X-User-ID"].map(customer)
        return request.headers["X-Staff"] == "yes" ? .staff : customer
    }

    private static func customer(_ text: String) throws -> Requester {
        guard let id = Int(parameter: text), id > 0 else {
            throw unknown("The header field 'X-User-ID' must be the id of a user, a number from 1.")
        }
        return .customer(User.ID(rawValue: id))
    }

    /// A claim that nobody can have made is a 401 too: who sends it is as unknown as before.
    private static func unknown(_ details: String) -> Problem {
        Problem(.unauthorized, details, headers: [.wwwAuthenticate: "X-User-ID, X-Staff"])
    }
}

/// What the document of the API says of a handler that asks for a `Requester`.
extension Requester: RouteDescribing {
    package static func describe(_ route: inout RouteDescription) {
        route.requires(.header("X-User-ID", details: "The id of a user."), or: .staff)
    }
}

extension SecurityScheme {
    /// How the staff shows that it is the staff.
    static let staff = SecurityScheme.header("X-Staff", details: "Say 'yes'.")
}
