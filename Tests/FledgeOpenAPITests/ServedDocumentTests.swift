// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge
import FledgeSchema
import NIOCore
import Testing

@testable import FledgeOpenAPI

@Suite struct `The routes of the document` {
    private func app(_ mode: Mode = .test) -> App {
        let app = App(mode: mode, logger: .silent)
        app.health()
        app.get("/things") { _ in ["a"] }
        return app
    }

    private func ask(_ app: App, _ path: String, _ headers: Fields = [:]) async throws -> Response {
        try await app.build().respond(to: Request(.get, path, headers: headers))
    }

    private func text(_ response: Response) async throws -> String {
        String(buffer: try await response.body.collect())
    }

    @Test(arguments: [
        ("/openapi.json", "application/json", "{"),
        ("/openapi.yaml", "application/yaml", "openapi:"),
    ])
    func `serve it`(path: String, mediaType: String, start: String) async throws {
        let app = app()
        app.openAPI("Things")
        let response = try await ask(app, path)
        #expect(response.status == .ok)
        #expect(response.headers[.contentType] == mediaType)
        #expect(response.headers[.cacheControl] == "no-cache")
        #expect(try await text(response).hasPrefix(start))
    }

    @Test func `answer 304 to who has it`() async throws {
        let app = app()
        app.openAPI("Things")
        let tag = try #require(try await ask(app, "/openapi.json").headers[.eTag])
        let again = try await ask(app, "/openapi.json", [.ifNoneMatch: tag])
        #expect(again.status == .notModified)
        #expect(again.headers[.eTag] == tag)
        let other = try await ask(app, "/openapi.yaml", [.ifNoneMatch: tag])
        #expect(other.status == .ok)
    }

    @Test func `are in no document, and neither are probes`() async throws {
        let app = app()
        app.openAPI("Things", at: "/about")
        let text = try await text(ask(app, "/about/openapi.json"))
        let document = try JSONReader.decode(JSON.self, from: text)
        #expect(document["paths"]?.members.map(\.name) == ["/things"])
        #expect(document == (try app.openAPIDocument().json))
    }

    @Test func `know what was registered after them`() async throws {
        let app = app()
        app.openAPI("Things")
        app.get("/later") { _ in ["a"] }
        #expect(try await text(ask(app, "/openapi.json")).contains("\"/later\""))
    }

    @Test func `are made anew for an app that is built again`() async throws {
        let app = app()
        app.openAPI("Things")
        #expect(try await !text(ask(app, "/openapi.json")).contains("\"/later\""))
        app.get("/later") { _ in ["a"] }
        #expect(try await text(ask(app, "/openapi.json")).contains("\"/later\""))
    }

    @Test(arguments: [
        (Mode.development, false, 200), (.production, false, 404), (.production, true, 200),
    ])
    func `are off in production unless asked`(mode: Mode, isAsked: Bool, status: Int) async throws {
        let app = app(mode)
        app.openAPI("Things", inProduction: isAsked)
        for path in ["/openapi.json", "/openapi.yaml", "/docs"] {
            #expect(try await ask(app, path).status.code == status)
        }
        // The document itself can be had in any mode.
        #expect(try app.openAPIDocument().json["info"]?["title"] == "Things")
    }

    @Test func `give way to the app's own`() async throws {
        let app = app()
        app.openAPI("Things")
        app.get("/docs") { _ in "my docs" }
        #expect(try await text(ask(app, "/docs")) == "my docs")
        #expect(try await ask(app, "/openapi.json").status == .ok)
    }

    @Test func `run inside the middleware that was registered before`() async throws {
        let app = App(mode: .test)
        app.use(Refuse())
        app.openAPI("Things")
        #expect(try await ask(app, "/openapi.json").status == .forbidden)
    }

    private struct Refuse: SyncMiddleware {
        func before(_ request: inout Request) throws -> Response? { throw Problem(.forbidden) }
    }
}

@Suite struct `What is said about the whole` {
    @Test func `is in the document, and the app has the last word`() throws {
        let info = OpenAPIInfo(
            "Things", version: "3.2.1", details: "All of them.", servers: ["https://a.example"]
        ) { document in
            document["externalDocs"] = ["url": "https://docs.example"]
        }
        let app = App(mode: .test)
        app.openAPI(info)
        let json = try app.openAPIDocument().json
        #expect(
            json["info"]
                == ["title": "Things", "version": "3.2.1", "description": "All of them."])
        #expect(json["servers"] == [["url": "https://a.example"]])
        #expect(json["externalDocs"] == ["url": "https://docs.example"])
    }
}
