// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

public import FledgeHTTP
import HTTPTypes

/// A result that was created by the request: 201, with `Location` and the value as JSON.
///
///     func POST(body: NewUser) async throws -> Created<User> {
///         let user = try await users.create(body)
///         return Created(user, at: "/api/users/\(user.id)")
///     }
public struct Created<Value: Encodable>: ResponseConvertible {
    /// What was created.
    public var value: Value
    /// Where it can be found from now on; `nil` sends no `Location`.
    public var location: String?

    /// Tells what was created and where it is.
    ///
    /// - Parameters:
    ///   - value: What was created.
    ///   - location: Its path, percent-encoded.
    public init(_ value: Value, at location: String? = nil) {
        self.value = value
        self.location = location
    }

    /// 201 with the value.
    public func response(for request: Request) throws -> Response {
        var response = try Response.encoded(value)
        response.status = .created
        response.headers[.location] = location
        return response
    }
}

extension Created: Sendable where Value: Sendable {}
extension Created: Equatable where Value: Equatable {}

/// Sends the client to another URL.
///
/// It is returned, never thrown.
///
///     app.get("/old") { _ in Redirect.permanent("/new") }
///
/// Never build the target from what a client sent without checking it: that is an open redirect.
public struct Redirect: ResponseConvertible, Sendable, Hashable {
    /// The status: 307, 308, 303 or 302.
    public let status: Status
    /// Where to go.
    public let location: String

    /// 307: for now; the method stays.
    ///
    /// The default choice.
    public static func temporary(_ location: String) -> Redirect {
        Redirect(status: .temporaryRedirect, location: location)
    }

    /// 308: for good; the method stays.
    public static func permanent(_ location: String) -> Redirect {
        Redirect(status: .permanentRedirect, location: location)
    }

    /// 303: look at the result there, with GET.
    ///
    /// What a form's POST answers.
    public static func seeOther(_ location: String) -> Redirect {
        Redirect(status: .seeOther, location: location)
    }

    /// 302: what Express sends; clients may change the method to GET.
    public static func found(_ location: String) -> Redirect {
        Redirect(status: .found, location: location)
    }

    /// The redirect with an empty body.
    public func response(for request: Request) -> Response {
        Response(status, headers: [.location: location])
    }
}
