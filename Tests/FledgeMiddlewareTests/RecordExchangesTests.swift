// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import FledgeHTTP
import Logging
import NIOCore
import Synchronization
import Testing

@testable import FledgeMiddleware

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite struct RecordExchangesTests {
    /// An app that records into a folder of its own, and what is in that afterwards.
    private func files(
        volatile: [String] = [], below: String = "/", maximumBody: ByteCount = 1_000,
        _ requests: (BuiltApp) async throws -> Void
    ) async throws -> [String: String] {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "recorded-\(UUID().uuidString)/inner")
        defer { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }
        let app = App(mode: .development)
        app.logger.logLevel = .critical
        app.use(
            RecordExchanges(
                to: folder.path, app: "makeApp()", imports: ["@testable import Birds"],
                below: below,
                volatile: volatile, maximumBody: maximumBody))
        app.health()
        app.post("/birds") { request in
            let bird = try await request.json(JSON.self)
            return Response.json(["id": 7, "bird": bird, "token": "abc"] as JSON, status: .created)
        }
        app.get("/birds") { _ in "swift" }
        app.post("/echo") { request in Response(body: request.body) }
        app.get("/stream") { _ in Response(body: .stream { try await $0.write("endless") }) }
        try await requests(app.build())
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return Dictionary(
            uniqueKeysWithValues: names.map { name in
                let data = FileManager.default.contents(atPath: folder.appending(path: name).path)
                return (name, String(decoding: data ?? Data(), as: UTF8.self))
            })
    }

    private func post(
        _ app: BuiltApp, _ target: String, _ body: String, _ fields: [(String, String)] = [],
        type: String = "application/json"
    ) async throws -> Response {
        var headers = Fields()
        headers["Content-Type"] = type
        for (name, value) in fields { headers[name] = value }
        return await app.respond(
            to: try Request(.post, target, headers: headers, body: Body(body)))
    }

    @Test func `an exchange becomes a test, whole and without its secrets`() async throws {
        let files = try await files(volatile: ["id"]) { app in
            let answer = try await post(
                app, "/birds?page=1&api_key=k", #"{"name": "Ada \"1\"", "password": "hunter2"}"#,
                [("Authorization", "Bearer x"), ("User-Agent", "curl"), ("X-Staff", "yes")])
            // The client gets what it would have got.
            let text = String(buffer: try await answer.body.collect())
            #expect(text.contains("hunter2") && text.contains("abc"))
        }
        #expect(files.keys.sorted() == ["POST-birds-201.swift"])
        let source = files.values.first ?? ""
        let mark = source.prefix { $0 != "\n" }
        #expect(mark.hasPrefix("// Recorded exchange ") && mark.count == 38)
        #expect(
            source.dropFirst(mark.count) == ###"""

                // Edit it as you like: while that line is here, the exchange is not recorded again.

                import Fledge
                import FledgeTesting
                import Testing

                @testable import Birds

                @Test func `POST-birds-201`() async throws {
                    try await makeApp().test { client in
                        var headers = Fields()
                        headers["Authorization"] = "masked"
                        headers["Content-Type"] = "application/json"
                        headers["X-Staff"] = "yes"
                        let response = try await client.send(
                            .post, "/birds?page=1&api_key=masked", headers: headers,
                            body: #"""
                                {
                                  "name": "Ada \"1\"",
                                  "password": "masked"
                                }
                                """#)
                        try response.expect(201)
                        #expect(response.headers["Content-Type"] == "application/json")
                        try response.expect(
                            jsonText: #"""
                                {
                                  "id": 7,
                                  "bird": {
                                    "name": "Ada \"1\"",
                                    "password": "masked"
                                  },
                                  "token": "masked"
                                }
                                """#,
                            ignoring: ["id", "requestId", "/bird/password", "/token"])
                    }
                }

                """###)
    }

    @Test func `one exchange is recorded once, others beside it`() async throws {
        let files = try await files { app in
            for name in ["Ada", "Eve", "Ada", "Bea", "Eve"] {
                _ = try await post(app, "/birds", #"{"name": "\#(name)"}"#)
            }
            _ = await app.respond(to: try Request("/birds"))
            _ = await app.respond(to: try Request("/nests"))
        }
        #expect(
            files.keys.sorted() == [
                "GET-birds-200.swift", "GET-nests-404.swift", "POST-birds-201-2.swift",
                "POST-birds-201-3.swift", "POST-birds-201.swift",
            ])
        #expect(files["POST-birds-201-2.swift"]?.contains("func `POST-birds-201-2`()") == true)
        #expect(files["GET-birds-200.swift"]?.contains("expect(200)") == true)
    }

    @Test func `many clients at once write each file once`() async throws {
        let files = try await files { app in
            try await withThrowingTaskGroup { group in
                for index in 0..<40 {
                    group.addTask { _ = try await post(app, "/birds", #"{"n": \#(index % 4)}"#) }
                }
                try await group.waitForAll()
            }
        }
        #expect(files.count == 4)
        #expect(Set(files.values.map { $0.prefix(38) }).count == 4)
    }

    @Test func `what has no bound, no text or no business there is not recorded`() async throws {
        let files = try await files(below: "/") { app in
            _ = try await post(
                app, "/echo", String(repeating: "a", count: 1_001), type: "text/plain")
            _ = try await post(app, "/echo", "a", type: "image/png")
            _ = try await post(app, "/echo", "key AKIA1234", type: "text/plain")
            _ = try await post(app, "/echo", #"{"password": "#)
            for target in ["/stream", "/health", "/ready"] {
                _ = await app.respond(to: try Request(target))
            }
        }
        #expect(files.keys.sorted() == [])
        let below = try await self.files(below: "/api") { app in
            for target in ["/birds", "/apiary", "/api", "/api/birds"] {
                _ = await app.respond(to: try Request(target))
            }
        }
        #expect(below.keys.sorted() == ["GET-api-404.swift", "GET-api-birds-404.swift"])
    }

    @Test func `forms and texts are recorded as they are`() async throws {
        let files = try await files { app in
            _ = try await post(
                app, "/echo", "name=Ada&password=x", type: "application/x-www-form-urlencoded")
        }
        #expect(files.values.first?.contains(#"body: "name=Ada&password=masked")"#) == true)
    }

    @Test func `an app in production refuses to start with it`() throws {
        let app = App(mode: .production)
        app.use(RecordExchanges(to: "nowhere", app: "makeApp()"))
        let error = #expect(throws: SetupError.self) { try app.build() }
        #expect(error?.mistakes.map(\.code) == ["FLEDGE_MIDDLEWARE_SETUP"])
        #expect(error?.description.contains("RecordExchanges is for development") == true)
    }

    @Test func `a folder that cannot be made leaves the answer alone`() async throws {
        let app = App(mode: .test)
        app.logger.logLevel = .critical
        app.use(RecordExchanges(to: "/dev/null/no", app: "makeApp()"))
        app.get("/") { _ in "fine" }
        let response = try await app.build().respond(to: Request("/"))
        #expect(String(buffer: try await response.body.collect()) == "fine")
    }
}

@Suite struct SecretMaskTests {
    @Test(arguments: [
        "eyJhbGciOiJIUzI1NiJ9.e30.x", "sk_live_1", "Bearer ghp_abc", "AKIAIOSFODNN7EXAMPLE",
        "-----BEGIN PRIVATE KEY-----", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b",
        "dGhpcyBpcyBhIHNlY3JldCAxMjM0NTY3ODkwMTIzNDU=",
    ])
    func `looks like a secret`(text: String) {
        #expect(SecretMask.looksSecret(text))
    }

    @Test(arguments: [
        "", "Ada", "ada@example.com", "2026-01-31T09:30:00Z", "Nest is sold out. Ask again later.",
        "00000000-0000-4000-8000-000000000001",
        "https://shop.example/products/12345678901234567890",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa1111",
        "a-feather-of-2026-in-five-colours-edition-7",
    ])
    func `does not`(text: String) {
        #expect(!SecretMask.looksSecret(text))
    }

    @Test func `names and values of a form are decoded before they are looked at`() {
        #expect(
            SecretMask.masking(form: "api%5Fkey=k&name=Ada&x&q=sk%5Flive%5F1&=&pass+word=p")
                == "api%5Fkey=masked&name=Ada&x&q=masked&=&pass+word=masked")
    }

    @Test func `members are masked by their names, whatever stands in them`() {
        var mask = SecretMask()
        let masked = mask.masking([
            "user": ["apiKey": "k", "a/b": ["pin": 1, "otp": 4711]],
            "sessions": [["id": "s", "on": true, "until": nil]],
        ])
        #expect(
            masked == [
                "user": ["apiKey": "masked", "a/b": ["pin": 1, "otp": 0]],
                "sessions": [["id": "masked", "on": true, "until": nil]],
            ])
        #expect(mask.pointers == ["/user/apiKey", "/user/a~1b/otp", "/sessions/0/id"])
    }
}
