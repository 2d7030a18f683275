// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import FledgeHTTP
import HTTPTypes
import NIOCore
import Testing

/// What is said of bodies whose syntax is right and that still cannot be taken.
@Suite struct `A body that cannot be taken` {
    private struct Item: Codable, Sendable {
        var small: UInt8
        var count: Int
    }

    private func answer(_ body: String, _ fields: Fields = [:]) async throws -> Response {
        let app = App(mode: .test)
        app.post("/") { request async throws in try await request.json(Item.self) }
        var headers = fields
        headers[.contentType] = "application/json"
        let request = try Request(.post, "/", headers: headers, body: Body(body))
        return try await app.build().respond(to: request)
    }

    @Test(arguments: [
        #"{"small":256,"count":1}"#, #"{"small":1,"count":1.5}"#,
        #"{"small":1,"count":9223372036854775808}"#,
    ]) func `for a number that does not fit is not called invalid JSON`(_ body: String) async throws
    {
        let response = try await answer(body)
        #expect(response.status == .unprocessableContent)
        let text = String(buffer: try #require(response.body.buffered))
        #expect(text.contains("A number is too large, or has a fraction"))
    }

    @Test func `for its content encoding is a 415 that names the one that is taken`() async throws {
        let response = try await answer(#"{"small":1,"count":1}"#, [.contentEncoding: "gzip"])
        #expect(response.status == .unsupportedMediaType)
        #expect(response.headers[.acceptEncoding] == "identity")
    }

    @Test func `is not one that says its encoding is identity`() async throws {
        let response = try await answer(#"{"small":1,"count":1}"#, [.contentEncoding: "Identity"])
        #expect(response.status == .ok)
    }

    /// The first is what most clients send, and is not parsed as a media type.
    @Test(arguments: [
        (["application/json"], Status.ok),
        (["Application/JSON"], .ok),
        (["application/json; charset=utf-8"], .ok),
        (["application/vnd.shop+json"], .ok),
        (["application/json; charset=latin1"], .unsupportedMediaType),
        (["application/json", "application/json"], .unsupportedMediaType),
        (["application/jsonp"], .unsupportedMediaType),
        (["text/plain"], .unsupportedMediaType),
        ([], .unsupportedMediaType),
    ])
    func `is known by its media type, however it is written`(
        types: [String], status: Status
    ) async throws {
        let app = App(mode: .test)
        app.post("/") { request async throws in try await request.json(Item.self) }
        var headers = Fields()
        for type in types { headers.append(type, for: .contentType) }
        let request = try Request(
            .post, "/", headers: headers, body: Body(#"{"small":1,"count":1}"#))
        #expect(try await app.build().respond(to: request).status == status)
    }
}
