// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

public import FledgeCore
public import FledgeHTTP
import HTTPTypes
import NIOCore

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Sends requests to an app under test.
///
///     @Test func `a new user can be found`() async throws {
///         try await makeApp(services: .inMemory()).test { client in
///             let new = NewUser(name: "Ada", email: "ada@example.com")
///             let user = try await client.post("/api/users", json: new).expect(.created).json(User.self)
///             #expect(user.name == "Ada")
///             try await client.post("/api/users", json: new).expectProblem(.conflict)
///         }
///     }
///
/// The same body runs at several depths: in the process, where a request costs microseconds, over a
/// loopback socket through the real server, or over TLS (``TestDepth``).
public struct TestClient: Sendable {
    let transport: any TestTransport
    let ids: FixedIDs?
    /// Fields sent with every request that does not set them itself.
    public var headers: Fields = [:]

    /// Sends a request.
    ///
    /// - Parameters:
    ///   - method: The method.
    ///   - target: The path and query, percent-encoded.
    ///   - headers: Header fields.
    ///   - body: The body.
    /// - Returns: The whole response.
    /// - Throws: When the connection fails or a streamed body broke off. A malformed target is
    ///   answered with 400 at every depth.
    public func send(
        _ method: Method,
        _ target: String,
        headers: Fields = [:],
        body: Body = .empty
    ) async throws -> TestResponse {
        var fields = headers
        for field in self.headers where fields[field.name] == nil {
            fields[field.name] = field.value
        }
        if let ids { fields[FixedRequestID.field] = ids.requestID() }
        return try await transport.send(method, target, fields, body)
    }

    /// Sends a GET request.
    ///
    /// - Throws: As ``send(_:_:headers:body:)``.
    public func get(_ target: String, headers: Fields = [:]) async throws -> TestResponse {
        try await send(.get, target, headers: headers)
    }

    /// Sends a DELETE request.
    ///
    /// - Throws: As ``send(_:_:headers:body:)``.
    public func delete(_ target: String, headers: Fields = [:]) async throws -> TestResponse {
        try await send(.delete, target, headers: headers)
    }

    /// Sends a POST request with `json` as its body.
    ///
    /// - Throws: As ``send(_:_:headers:body:)``, and when `json` cannot be encoded.
    public func post(
        _ target: String, json: some Encodable, headers: Fields = [:]
    ) async throws -> TestResponse {
        try await send(.post, target, json: json, headers: headers)
    }

    /// Sends a PUT request with `json` as its body.
    ///
    /// - Throws: As ``send(_:_:headers:body:)``, and when `json` cannot be encoded.
    public func put(
        _ target: String, json: some Encodable, headers: Fields = [:]
    ) async throws -> TestResponse {
        try await send(.put, target, json: json, headers: headers)
    }

    /// Sends a PATCH request with `json` as its body.
    ///
    /// - Throws: As ``send(_:_:headers:body:)``, and when `json` cannot be encoded.
    public func patch(
        _ target: String, json: some Encodable, headers: Fields = [:]
    ) async throws -> TestResponse {
        try await send(.patch, target, json: json, headers: headers)
    }

    /// Sends a request of any method with `json` as its body.
    ///
    /// - Throws: As ``send(_:_:headers:body:)``, and when `json` cannot be encoded.
    public func send(
        _ method: Method, _ target: String, json: some Encodable, headers: Fields = [:]
    ) async throws -> TestResponse {
        var headers = headers
        if headers[.contentType] == nil { headers[.contentType] = "application/json" }
        return try await send(
            method, target, headers: headers, body: try JSONCoding.encode(json))
    }
}
