// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import FledgeHTTP
import Foundation
import NIOCore
import Testing

@testable import FledgeServer

/// An error thrown anywhere is answered or cuts the connection, is logged once, and leaks nothing.
@Suite(.timeLimit(.minutes(2))) struct `An error in` {
    enum Kind: String, CaseIterable, Sendable {
        case keepAlive = "GET / HTTP/1.1⏎Host: a⏎⏎"
        case http10 = "GET / HTTP/1.0⏎⏎"
        case head = "HEAD / HTTP/1.1⏎Host: a⏎⏎"
    }

    @Test(arguments: ErrorPlace.all, Kind.allCases)
    func `any place is answered or cut, logged once and forgotten`(
        _ place: ErrorPlace, _ kind: Kind
    ) async throws {
        let log = LogLines()
        let census = Census()
        // No body is written for HEAD, so nothing fails in it.
        let fails = !(place.isInBody && kind == .head)
        let app = App(mode: .test, limits: .patient, logger: log.logger)
        app.get("/ok") { _ in "ok" }
        app.group { place.routes($0, census) }
        let server = try await HTTPServer.start(app.build(), port: 0)
        try await withClient(server) { client in
            try await client.send(kind.rawValue)
            let head = try await client.head()
            switch place.outcome {
            case .answered(let status):
                #expect(head.status == (fails ? status : 200))
                try await expectNext(head, kind, &client)
            case .cut:
                #expect(head.status == 200)
                if kind == .head { return try await expectNext(head, kind, &client) }
                let rest = (try? await client.rest()) ?? ""
                #expect(!rest.hasSuffix("0\r\n\r\n"))
                if let length = head["content-length"].flatMap({ Int($0) }) {
                    #expect(rest.utf8.count < length)
                }
            }
        }
        await server.stop(drain: .zero)
        await census.isEmpty()
        while census.openFiles > 0 { await Task.yield() }
        #expect(server.state.connectionCount == 0 && server.state.load.current == 0)
        #expect(log.errors.count == (fails ? place.lines : 0), "\(log.errors)")
    }

    /// The connection is fit for the next request, or says that it ends.
    private func expectNext(
        _ head: Reply, _ kind: Kind, _ client: inout Conversation
    ) async throws {
        if kind == .http10 {
            #expect(head["connection"] == "close")
            _ = try await client.rest()
            return
        }
        #expect(head["connection"] == nil)
        try await client.skipBody(of: head, isHead: kind == .head)
        try await client.send("GET /ok HTTP/1.1⏎Host: a⏎⏎")
        #expect(try await client.reply().body == "ok")
    }

    @Test(arguments: ["HTTP/1.1⏎Host: a", "HTTP/1.0"])
    func `the reader of a request body is answered, logged once and forgotten`(
        _ version: String
    ) async throws {
        let log = LogLines()
        let census = Census()
        try await withServer(
            log: log,
            routes: { app in
                app.post("/") { request async throws -> String in
                    let token = census.token()
                    for try await _ in request.body { throw Oops() }
                    return withExtendedLifetime(token) { "nothing came" }
                }
            }
        ) { server in
            try await withClient(server) { client in
                try await client.send("POST / \(version)⏎Content-Length: 100⏎⏎half")
                #expect(try await client.reply().status == 500)
            }
        }
        await census.isEmpty()
        #expect(log.errors.count == 1 && census.born == 1)
    }

    @Test func `a stream keeps what middleware said and loses what described the body`()
        async throws
    {
        struct Tagged: SyncMiddleware {
            func before(_ request: inout Request) -> Response? { nil }
            func after(_ request: Request, _ response: inout Response) {
                response.headers["X-Tag"] = "tag"
                response.headers[.vary] = "Origin"
            }
        }
        try await withServer(routes: { app in
            app.use(Tagged())
            app.get("/report") { _ in
                Response(
                    headers: [.contentType: "text/csv", .eTag: "\"1\"", .cacheControl: "public"],
                    body: .stream { _ in throw Oops() })
            }
        }) { server in
            let reply = try await ask(server, "GET /report HTTP/1.1⏎Host: a⏎⏎")
            #expect(reply.status == 500 && reply["x-tag"] == "tag")
            #expect(reply["content-type"] == "application/problem+json")
            #expect(reply["vary"] == "Origin, Accept")
            #expect(reply["etag"] == nil && reply["cache-control"] == nil)
        }
    }
}
