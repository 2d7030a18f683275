// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import FledgeHTTP
import Synchronization
import Testing

@testable import FledgeServer

/// What goes out over a real socket.
@Suite struct `An answer` {
    private func routes(_ app: App) {
        app.get("/sync") { _ in "sync" }
        app.get("/async") { _ async in
            await Task.yield()
            return "async"
        }
        app.post("/echo") { request async throws in
            Response(body: Body(try await request.body.collect()))
        }
        app.get("/stream") { _ in
            Response(
                body: .stream { writer in
                    for part in ["one", "two", "three"] { try await writer.write(part) }
                })
        }
        app.get("/counted") { _ in
            Response(
                body: .stream(count: 6) { writer in
                    try await writer.write("counted".dropLast().description)
                })
        }
        app.get("/empty") { _ in Response(.noContent, body: "not sent") }
        app.get("/own") { _ in
            Response(
                headers: [
                    .contentLength: "999", .connection: "upgrade", .transferEncoding: "gzip",
                    .date: "today", .cacheControl: "no-store",
                ], body: "own")
        }
        app.get("/interim") { _ in Response(.continue) }
        app.get("/large") { _ in String(repeating: "x", count: 200_000) }
    }

    private let get = "Host: a⏎⏎"

    @Test func `keeps the connection for the next request`() async throws {
        try await withServer(routes: routes) { server in
            try await withClient(server) { client in
                for path in ["sync", "async", "sync"] {
                    try await client.send("GET /\(path) HTTP/1.1⏎" + get)
                    let reply = try await client.reply()
                    #expect(reply.status == 200 && reply.body == path && reply["connection"] == nil)
                }
            }
        }
    }

    @Test func `comes in the order of pipelined requests, whatever their handlers are`()
        async throws
    {
        try await withServer(routes: routes) { server in
            try await withClient(server) { client in
                let paths = [
                    "async", "sync", "stream", "async", "large", "sync", "missing", "counted",
                    "sync",
                ]
                try await client.send(paths.map { "GET /\($0) HTTP/1.1⏎" + get }.joined())
                for path in paths {
                    let reply = try await client.reply()
                    switch path {
                    case "missing": #expect(reply.status == 404)
                    case "stream": #expect(reply.body == "onetwothree")
                    case "large": #expect(reply.body.utf8.count == 200_000)
                    case "counted": #expect(reply.body == "counte")
                    default: #expect(reply.body == path)
                    }
                }
            }
        }
    }

    @Test func `to a chunked upload has what was uploaded`() async throws {
        try await withServer(routes: routes) { server in
            let reply = try await ask(
                server,
                "POST /echo HTTP/1.1⏎Host: a⏎Transfer-Encoding: chunked⏎⏎5⏎hello⏎6;x=y⏎ world⏎0⏎T: 1⏎⏎"
            )
            #expect(reply.body == "hello world")
        }
    }

    @Test func `that is a stream is chunked in 1_1 and ends with the connection in 1_0`()
        async throws
    {
        try await withServer(routes: routes) { server in
            let chunked = try await ask(server, "GET /stream HTTP/1.1⏎" + get)
            #expect(chunked["transfer-encoding"] == "chunked" && chunked.body == "onetwothree")
            let plain = try await ask(server, "GET /stream HTTP/1.0⏎Connection: keep-alive⏎⏎")
            #expect(plain["transfer-encoding"] == nil && plain["connection"] == "close")
            #expect(plain.body == "onetwothree")
        }
    }

    @Test func `to HTTP 1_0 says whether the connection stays`() async throws {
        try await withServer(routes: routes) { server in
            #expect(try await ask(server, "GET /sync HTTP/1.0⏎⏎")["connection"] == "close")
            let kept = try await ask(server, "GET /sync HTTP/1.0⏎Connection: keep-alive⏎⏎")
            #expect(kept["connection"] == "keep-alive" && kept["content-length"] == "4")
        }
    }

    @Test func `to HEAD and with 204 has no body, and no length where it would be wrong`()
        async throws
    {
        try await withServer(routes: routes) { server in
            try await withClient(server) { client in
                try await client.send(
                    "HEAD /sync HTTP/1.1⏎" + get + "HEAD /stream HTTP/1.1⏎" + get
                        + "GET /empty HTTP/1.1⏎" + get + "GET /sync HTTP/1.1⏎" + get)
                #expect(try await client.reply(isHead: true)["content-length"] == "4")
                let stream = try await client.reply(isHead: true)
                #expect(stream["content-length"] == nil && stream["transfer-encoding"] == nil)
                let empty = try await client.reply()
                #expect(empty.status == 204 && empty["content-length"] == nil)
                #expect(try await client.reply().body == "sync")
            }
        }
    }

    @Test func `has the server's framing, not the handler's`() async throws {
        try await withServer(routes: routes) { server in
            let reply = try await ask(server, "GET /own HTTP/1.1⏎" + get)
            #expect(reply["content-length"] == "3" && reply["transfer-encoding"] == nil)
            #expect(reply["connection"] == nil && reply["cache-control"] == "no-store")
            #expect(reply["date"]?.hasSuffix(" GMT") == true)
        }
    }

    @Test func `with an interim status is a 500, or the client would wait for ever`() async throws {
        try await withServer(routes: routes) { server in
            let reply = try await ask(server, "GET /interim HTTP/1.1⏎" + get)
            #expect(reply.status == 500)
        }
    }

    @Test func `to a broken request is a problem with its id, and the last one`() async throws {
        try await withServer(routes: routes) { server in
            try await withClient(server) { client in
                try await client.send(
                    "GET /sync HTTP/1.1⏎" + get + "BROKEN⏎⏎GET /sync HTTP/1.1⏎" + get)
                #expect(try await client.reply().body == "sync")
                let refusal = try await client.reply()
                #expect(refusal.status == 400 && refusal["connection"] == "close")
                #expect(refusal["content-type"] == "application/problem+json")
                #expect(refusal.body.contains("\"requestId\":"))
                #expect(try await client.rest() == "")
            }
        }
    }

    @Test(arguments: [
        ("HEAD / HTTP/1.1⏎⏎", 400),
        ("HEAD /a b HTTP/1.1⏎Host: a⏎⏎", 400),
        ("⏎HEAD / HTTP/2.0⏎Host: a⏎⏎", 505),
        ("HEAD / HTTP/1.1⏎Host: a⏎a b: c⏎⏎", 400),
        ("HEAD / HTTP/1.1⏎Host: a⏎Expect: foo⏎⏎", 417),
    ]) func `to a broken HEAD has no body either`(_ request: String, _ status: Int) async throws {
        try await withServer(routes: routes) { server in
            try await withClient(server) { client in
                try await client.send(request)
                #expect(try await client.head().status == status)
                #expect(try await client.rest() == "")
            }
        }
    }

    static let refusals: [(String, Int)] = [
        ("GET /" + String(repeating: "a", count: 8178) + " HTTP/1.1⏎Host: a⏎⏎", 404),
        ("GET /" + String(repeating: "a", count: 8179) + " HTTP/1.1⏎Host: a⏎⏎", 414),
        ("GET /sync HTTP/1.1⏎Host: a⏎" + String(repeating: "a:⏎", count: 99) + "⏎", 200),
        ("GET /sync HTTP/1.1⏎Host: a⏎" + String(repeating: "a:⏎", count: 100) + "⏎", 431),
        ("GET /sync HTTP/1.1⏎Host: a⏎a:" + String(repeating: "a", count: 8190) + "⏎⏎", 200),
        ("GET /sync HTTP/1.1⏎Host: a⏎a:" + String(repeating: "a", count: 8191) + "⏎⏎", 431),
        ("GET /sync HTTP/1.1⏎Host: a⏎Expect: foo⏎⏎", 417),
        ("POST /echo HTTP/1.1⏎Host: a⏎Transfer-Encoding: gzip⏎⏎", 501),
        ("PRI * HTTP/2.0⏎⏎SM⏎⏎", 505),
    ]

    @Test(arguments: refusals) func `has the status of the rule`(
        _ request: String, _ status: Int
    ) async throws {
        try await withServer(routes: routes) { server in
            let reply = try await ask(server, request)
            #expect(reply.status == status)
        }
    }

    @Test func `after which the client wanted to close is the last one`() async throws {
        try await withServer(routes: routes) { server in
            try await withClient(server) { client in
                try await client.send(
                    "GET /sync HTTP/1.1⏎Connection: close⏎" + get + "GET /async HTTP/1.1⏎" + get)
                let reply = try await client.reply()
                #expect(reply.body == "sync" && reply["connection"] == "close")
                #expect(try await client.rest() == "")
            }
        }
    }
}
