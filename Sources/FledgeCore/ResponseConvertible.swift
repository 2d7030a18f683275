// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

public import FledgeHTTP
import HTTPTypes
import NIOCore

/// A result that says itself how it is answered: ``HTML``, ``Redirect``, ``Created``, a type of yours.
///
/// Everything else that a handler returns is encoded as JSON; see the table in `docs/Responses.md`.
///
///     struct CSV: ResponseConvertible {
///         let rows: [Row]
///         func response(for request: Request) -> Response {
///             Response(headers: [.contentType: "text/csv"], body: Body(rows.csv))
///         }
///     }
///
/// It refines `Encodable` so that explicit handlers have one constraint on their result, and the
/// compiler one message when it is not met. You need not write `encode(to:)`.
public protocol ResponseConvertible: Encodable {
    /// The response that stands for this value.
    ///
    /// - Throws: As a handler does.
    func response(for request: Request) throws -> Response
}

extension ResponseConvertible {
    /// Always throws: the value is a response of its own, not a part of a JSON document.
    public func encode(to encoder: any Encoder) throws {
        throw EncodingError.invalidValue(
            self,
            .init(
                codingPath: encoder.codingPath,
                debugDescription:
                    "\(Self.self) is a whole response and cannot be a part of a JSON document; "
                    + "return it from the handler directly."
            )
        )
    }
}

extension Response: ResponseConvertible {
    /// Itself.
    public func response(for request: Request) -> Response { self }
}

extension Response {
    /// A response with `value` as JSON.
    ///
    ///     return Response.json(order, status: .created).header(.location, "/orders/\(order.id)")
    ///
    /// A value that cannot be encoded is answered with 500; the reason is in the log.
    public static func json(_ value: some Encodable, status: Status = .ok) -> Response {
        do {
            let bytes = try JSONCoding.encode(value)
            return Response(status, headers: [.contentType: "application/json"], body: Body(bytes))
        } catch {
            var response = Response(.internalServerError)
            response.error = error
            return response
        }
    }

    /// A response with `text` as `text/plain; charset=utf-8`.
    public static func text(_ text: String, status: Status = .ok) -> Response {
        Response(status, headers: [.contentType: "text/plain; charset=utf-8"], body: Body(text))
    }
}

/// Chooses, once for a route, how its results become responses.
///
/// The choice is made on the type when the route is registered, so a request pays no dynamic cast.
package struct ResponseConverter<Result>: @unchecked Sendable {
    // Safe: the closures below capture types, and no values.
    package let convert: (Result, Request) throws -> Response
}

extension ResponseConverter where Result: Encodable {
    package static func make() -> ResponseConverter {
        if let own = Result.self as? any ResponseConvertible.Type { return opened(own) }
        if let optional = Result.self as? any OptionalResult.Type { return unwrapping(optional) }
        if Result.self == String.self {
            return ResponseConverter { .text(String(describing: $0), request: $1) }
        }
        return ResponseConverter { value, _ in try .encoded(value) }
    }

    private static func opened<Own: ResponseConvertible>(_: Own.Type) -> ResponseConverter {
        ResponseConverter { value, request in
            // Safe: `Own` is the dynamic value of `Result.self`, so both are the same type.
            try unsafeBitCast(value, to: Own.self).response(for: request)
        }
    }

    private static func unwrapping<Value: OptionalResult>(_: Value.Type) -> ResponseConverter {
        let inner = Value.wrappedConverter
        return ResponseConverter { value, request in
            // Safe: as above.
            try inner(unsafeBitCast(value, to: Value.self), request)
        }
    }
}

extension Response {
    static func text(_ text: String, request: Request) -> Response { .text(text) }

    static func encoded(_ value: some Encodable) throws -> Response {
        Response(
            headers: [.contentType: "application/json"],
            body: Body(try JSONCoding.encode(value))
        )
    }
}

/// `Optional` of something that can be a response: `nil` is a 404.
protocol OptionalResult {
    static var wrappedConverter: (Self, Request) throws -> Response { get }
}

extension Optional: OptionalResult where Wrapped: Encodable {
    static var wrappedConverter: (Self, Request) throws -> Response {
        let inner = ResponseConverter<Wrapped>.make()
        return { value, request in
            guard let value else {
                throw Problem(.notFound, "There is nothing at \(request.path).")
            }
            return try inner.convert(value, request)
        }
    }
}
