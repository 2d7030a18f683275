// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

public import FledgeHTTP

/// A type that fills a handler's parameter from the request by itself.
///
///     struct Tenant: RequestBindable {
///         static func bind(from request: Request, name: String) throws -> Tenant {
///             guard let id = request.headers["X-Tenant"] else { throw Problem(.badRequest, "X-Tenant is missing.") }
///             return Tenant(id)
///         }
///     }
///
///     func GET(tenant: Tenant) -> …          // a handler that has a `Tenant` has one; there is no other way in
///
/// Bound after the path and before the query and the body, so that a 401 comes before a 422. A
/// test of the handler passes the value.
public protocol RequestBindable {
    /// Makes the value.
    ///
    /// - Parameters:
    ///   - request: The request, with what its middleware stored in it.
    ///   - name: The label of the parameter, for types such as ``Header`` that are named by it.
    /// - Returns: The value that the handler gets.
    /// - Throws: What the request is to be answered with; a ``Problem`` with status 401, for example.
    static func bind(from request: Request, name: String) throws -> Self
}

/// A type that fills a handler's parameter and has to wait for it: a user that is looked up, say.
///
/// Only handlers that are `async` can have such a parameter.
public protocol AsyncRequestBindable {
    /// Makes the value; see ``RequestBindable/bind(from:name:)``.
    ///
    /// - Throws: What the request is to be answered with.
    static func bind(from request: Request, name: String) async throws -> Self
}

/// A ``RequestBindable`` that may be absent, so that a parameter of it can be optional.
public protocol OptionalRequestBindable: RequestBindable {
    /// The value, or `nil` when the request does not have it.
    ///
    /// - Throws: When the request has it and it is malformed.
    static func bindIfPresent(from request: Request, name: String) throws -> Self?
}

extension Request: RequestBindable {
    /// The request itself, for handlers that need more of it than a value.
    public static func bind(from request: Request, name: String) -> Request { request }
}

/// A header field as a handler's parameter, named by the label.
///
///     func GET(ifMatch: Header<String>, userAgent: Header<String>?) …      // If-Match, User-Agent
///
/// A missing field is a 400 unless the parameter is optional; so is a value that does not parse.
public struct Header<Value: ParameterValue>: OptionalRequestBindable, Sendable {
    /// The value of the field.
    public var value: Value

    /// Wraps a value, for tests that call a handler.
    public init(_ value: Value) {
        self.value = value
    }

    /// Reads the field if it is there.
    ///
    /// - Throws: ``Problem`` with 400 when it does not parse.
    public static func bindIfPresent(from request: Request, name: String) throws -> Self? {
        let field = fieldName(for: name)
        guard let text = request.headers[field] else { return nil }
        guard let value = Value(parameter: text) else {
            throw violation(field, "type", "must be \(Value.parameterDescription).")
        }
        return Header(value)
    }

    /// Reads the field.
    ///
    /// - Throws: ``Problem`` with 400 when it is missing or does not parse.
    public static func bind(from request: Request, name: String) throws -> Self {
        guard let header = try bindIfPresent(from: request, name: name) else {
            throw violation(fieldName(for: name), "missing", "is required.")
        }
        return header
    }

    private static func violation(_ field: String, _ code: String, _ what: String) -> Problem {
        let message = "The header field '\(field)' \(what)"
        return Problem(
            .badRequest, message, code: "invalid_header",
            violations: [.init(.header(field), code: code, message)])
    }

    /// `ifNoneMatch` names `If-None-Match`.
    static func fieldName(for label: String) -> String {
        var name = ""
        for (index, character) in label.enumerated() {
            if index == 0 {
                name += character.uppercased()
            } else {
                name += character.isUppercase ? "-\(character)" : String(character)
            }
        }
        return name
    }
}

/// A cookie as a handler's parameter, named by the label.
///
///     func GET(theme: Cookie<Theme>?) …
///
/// A missing cookie is a 400 unless the parameter is optional; so is a value that does not parse.
public struct Cookie<Value: ParameterValue>: OptionalRequestBindable, Sendable {
    /// The value of the cookie.
    public var value: Value

    /// Wraps a value, for tests that call a handler.
    public init(_ value: Value) {
        self.value = value
    }

    /// Reads the cookie if it is there.
    ///
    /// - Throws: ``Problem`` with 400 when it does not parse.
    public static func bindIfPresent(from request: Request, name: String) throws -> Self? {
        guard let text = request.cookies[name] else { return nil }
        guard let value = Value(parameter: text) else {
            throw violation(name, "type", "must be \(Value.parameterDescription).")
        }
        return Cookie(value)
    }

    /// Reads the cookie.
    ///
    /// - Throws: ``Problem`` with 400 when it is missing or does not parse.
    public static func bind(from request: Request, name: String) throws -> Self {
        guard let cookie = try bindIfPresent(from: request, name: name) else {
            throw violation(name, "missing", "is required.")
        }
        return cookie
    }

    private static func violation(_ name: String, _ code: String, _ what: String) -> Problem {
        let message = "The cookie '\(name)' \(what)"
        return Problem(
            .badRequest, message, code: "invalid_cookie",
            violations: [.init(.cookie(name), code: code, message)])
    }
}
