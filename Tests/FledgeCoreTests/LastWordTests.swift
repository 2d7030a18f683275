// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeHTTP
import FledgeRouting
import Logging
import NIOCore
import Testing

@testable import FledgeCore

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What holds whatever a handler did.
@Suite struct `The last word on an answer` {
    private struct Unexpected: Error {}

    private func answer(
        _ environment: Environment, _ handler: @escaping @Sendable (Request) throws -> Response
    ) async throws -> (Response, String) {
        let app = App(
            environment: environment,
            logger: Logger(label: "silent") { _ in
                SwiftLogNoOpLogHandler()
            })
        app.get("/", handler)
        let response = try await app.build().respond(to: Request(.get, "/"))
        return (response, String(buffer: try await response.body.collect()))
    }

    @Test(arguments: [204, 205, 304])
    func `is that some answers have no content`(code: Int) async throws {
        let (response, text) = try await answer(Environment(mode: .test)) { _ in
            Response(Status(code: code), body: "content")
        }
        #expect(response.status.code == code)
        #expect(text.isEmpty)
    }

    @Test func `is that internals show only where development was said`() async throws {
        let said = Environment(mode: .development)
        let unset = Environment(mode: .development, files: [], variables: [:], isModeGiven: false)
        for (environment, shows) in [
            (said, true), (unset, false), (.init(mode: .production), false),
        ] {
            let (response, text) = try await answer(environment) { _ in throw Unexpected() }
            #expect(response.status == .internalServerError)
            #expect(text.contains("Unexpected") == shows)
        }
    }

    @Test func `is that a late registration is not in the running app`() async throws {
        let app = App(mode: .test)
        let built = try app.build()
        app.get("/late") { _ in "late" }
        #expect(try await built.respond(to: Request(.get, "/late")).status == .notFound)
        #expect(try await app.build().respond(to: Request(.get, "/late")).status == .ok)
    }
}

@Suite struct `Dates in JSON` {
    @Test(arguments: [
        (0.0, "1970-01-01T00:00:00Z"),
        (1_767_225_600.123, "2026-01-01T00:00:00.123Z"),
        (951_782_400, "2000-02-29T00:00:00Z"),
        (-1, "1969-12-31T23:59:59Z"),
        (-62_167_219_200, "0000-01-01T00:00:00Z"),
        (253_402_300_799.999, "9999-12-31T23:59:59.999Z"),
    ])
    func `are RFC 3339 with milliseconds if they have some`(seconds: Double, text: String) throws {
        #expect(RFC3339.text(seconds) == text)
        let body = try JSONCoding.encode([Date(timeIntervalSince1970: seconds)])
        let json = try #require(body.buffered)
        #expect(String(buffer: json) == "[\"\(text)\"]")
    }

    @Test func `come back as they were sent, to the millisecond`() throws {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<2_000 {
            let milliseconds = Int64.random(
                in: -62_135_596_800_000...253_402_300_799_999, using: &generator)
            let text = try #require(RFC3339.text(Double(milliseconds) / 1_000))
            let seconds = try #require(RFC3339.seconds(text))
            #expect(Int64((seconds * 1_000).rounded()) == milliseconds, "\(text)")
        }
    }

    @Test func `outside the years of RFC 3339 are refused`() {
        #expect(RFC3339.text(253_402_300_800) == nil)
        #expect(RFC3339.text(-62_167_219_201) == nil)
        #expect(RFC3339.text(.infinity) == nil)
        #expect(RFC3339.text(.nan) == nil)
    }
}
