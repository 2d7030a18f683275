// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

public import FledgeHTTP
public import FledgeJSON
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
        throw ResponseInsideJSON.error(self, encoder)
    }
}

/// A result that has to wait before it knows its answer: ``File``, a type of yours.
///
/// A handler that returns one is never run straight from the read of the request.
public protocol AsyncResponseConvertible: Encodable {
    /// The response that stands for this value.
    ///
    /// - Throws: As a handler does.
    func response(for request: Request) async throws -> Response
}

extension AsyncResponseConvertible {
    /// Always throws: the value is a response of its own, not a part of a JSON document.
    public func encode(to encoder: any Encoder) throws {
        throw ResponseInsideJSON.error(self, encoder)
    }
}

/// The error of a response that was made a part of a JSON document.
private enum ResponseInsideJSON {
    static func error<Value>(_ value: Value, _ encoder: any Encoder) -> EncodingError {
        .invalidValue(
            value,
            .init(
                codingPath: encoder.codingPath,
                debugDescription:
                    "\(Value.self) is a whole response and cannot be a part of a JSON document; "
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
        json(status) { try JSONCoding.encode(value) }
    }

    /// A response with `value` as JSON, as its schema says.
    ///
    /// A number that JSON cannot say is answered with 500; the reason is in the log.
    public static func json(_ value: some SchemaType, status: Status = .ok) -> Response {
        json(status) { try JSONCoding.encode(value) }
    }

    private static func json(_ status: Status, _ encode: () throws -> Body) -> Response {
        do {
            return Response(status, headers: .json, body: try encode())
        } catch {
            var response = Response(.internalServerError)
            response.error = error
            return response
        }
    }

    /// A response with `text` as `text/plain; charset=utf-8`.
    public static func text(_ text: String, status: Status = .ok) -> Response {
        Response(status, headers: .plainText, body: Body(text))
    }
}

/// The fields of common answers, made once: a response shares their bytes until it adds its own.
extension Fields {
    static let plainText: Fields = [.contentType: "text/plain; charset=utf-8"]
    static let json: Fields = [.contentType: "application/json"]
    static let html: Fields = [.contentType: "text/html; charset=utf-8"]
}
