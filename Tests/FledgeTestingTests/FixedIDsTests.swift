// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import FledgeMiddleware
import FledgeTesting
import FledgeTestingTLS
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite struct FixedIDsTests {
    @Test(.fixedIDs, arguments: TestDepth.allCases + [.tls])
    func `requests are counted, at every depth`(depth: TestDepth) async throws {
        let app = App(mode: .test)
        app.use(RequestID())
        app.get("/id") { request in request.id }
        app.get("/fields") { request in
            request.headers.map(\.name).contains { $0.lowercased().contains("test") } ? "seen" : "-"
        }
        try await app.test(depth) { client in
            let first = try await client.get("/id")
            #expect(first.text == "test-1")
            #expect(first.headers["X-Request-ID"] == "test-1")
            // What no route answers has an id, too, and handlers do not see how it came.
            let second = try await client.get("/nowhere")
            #expect(try second.member("requestId") == "test-2")
            #expect(try await client.get("/fields").text == "-")
        }
    }

    @Test(arguments: TestDepth.allCases)
    func `without the trait requests have ids of the server`(depth: TestDepth) async throws {
        let app = App(mode: .test)
        app.get("/id") { request in request.id }
        let id = try await app.test(depth) { client in
            var copy = client
            copy.headers["Fledge-Test-Request-ID"] = "mine"
            return try await copy.get("/id").text
        }
        #expect(id.count == 15)
    }

    @Test(.fixedIDs, arguments: 0..<4)
    func `UUIDs are counted in each test`(_: Int) {
        let ids = FixedIDs.current
        #expect(ids.uuid().uuidString == "00000000-0000-4000-8000-000000000001")
        for _ in 2...255 { _ = ids.uuid() }
        #expect(ids.uuid().uuidString == "00000000-0000-4000-8000-000000000100")
    }

    @Test func `a test without the trait is told so`() {
        withKnownIssue {
            _ = FixedIDs.current
        } matching: {
            "\($0)".contains("@Test(.fixedIDs)")
        }
    }
}
