// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import FledgeHTTP
import Foundation
import HTTPTypes
import NIOCore
import Testing

/// A place where an app can fail, and what its client is to see then.
struct ErrorPlace: Sendable, CustomTestStringConvertible {
    enum Outcome: Sendable {
        /// An answer, after which the connection goes on.
        case answered(Int)
        /// A status of 200, and a body that is cut off.
        case cut
    }

    let testDescription: String
    var outcome = Outcome.answered(500)
    /// How many lines of level error there are; for HEAD, which writes no body, when it differs.
    var lines = 1
    var isInBody = false
    /// Adds the route `/`, whose objects are of the census.
    let routes: @Sendable (Router, Census) -> Void
}

struct Oops: Error {}

private struct BadBefore: SyncMiddleware {
    func before(_ request: inout Request) throws -> Response? { throw Oops() }
}

private struct BadAfter: SyncMiddleware {
    func before(_ request: inout Request) -> Response? { nil }
    func after(_ request: Request, _ response: inout Response) throws { throw Oops() }
}

private struct BadFirst: Middleware {
    func handle(_ request: Request, next: Next) async throws -> Response { throw Oops() }
}

private struct BadLast: Middleware {
    func handle(_ request: Request, next: Next) async throws -> Response {
        _ = await next(request)
        throw Oops()
    }
}

private struct Unencodable: Encodable {
    func encode(to encoder: any Encoder) throws { throw Oops() }
}

extension ErrorPlace {
    static let all = handlers + middleware + results + bodies + files

    private static func handler(
        _ name: String, _ middleware: (any Middleware)? = nil, isAsync: Bool
    )
        -> ErrorPlace
    {
        ErrorPlace(testDescription: name) { app, census in
            if let middleware { app.use(middleware) }
            let fails = middleware == nil
            if isAsync {
                app.get("/") { _ async throws in
                    let token = census.token()
                    await Task.yield()
                    if fails { throw Oops() }
                    return withExtendedLifetime(token) { "ok" }
                }
            } else {
                app.get("/") { _ throws in
                    let token = census.token()
                    if fails { throw Oops() }
                    return withExtendedLifetime(token) { "ok" }
                }
            }
        }
    }

    private static let handlers = [
        handler("a synchronous handler", isAsync: false),
        handler("an asynchronous handler", isAsync: true),
        ErrorPlace(
            testDescription: "a handler that is cancelled", outcome: .answered(503), lines: 0
        ) { app, _ in
            app.get("/") { _ async throws -> String in throw CancellationError() }
        },
    ]

    private static let middleware = [
        handler("'before' of a synchronous chain", BadBefore(), isAsync: false),
        handler("'after' of a synchronous chain", BadAfter(), isAsync: false),
        handler("'before' of an asynchronous chain", BadBefore(), isAsync: true),
        handler("'after' of an asynchronous chain", BadAfter(), isAsync: true),
        handler("'handle' before 'next'", BadFirst(), isAsync: false),
        handler("'handle' after 'next'", BadLast(), isAsync: true),
    ]

    private static let results = [
        ErrorPlace(testDescription: "the encoding of a result") { app, _ in
            app.get("/") { _ in Unencodable() }
        },
        ErrorPlace(testDescription: "Response.json") { app, _ in
            app.get("/") { _ in Response.json(Unencodable()) }
        },
        ErrorPlace(testDescription: "a field with a line break") { app, _ in
            app.get("/") { _ in Response(body: "ok").header("X-Name", "a\r\nb") }
        },
        ErrorPlace(testDescription: "an interim status") { app, _ in
            app.get("/") { _ in Response(.earlyHints) }
        },
    ]

    private static func body(
        _ name: String, _ outcome: Outcome = .answered(500), lines: Int = 1, count: Int? = nil,
        _ produce: @escaping @Sendable (BodyWriter) async throws -> Void
    ) -> ErrorPlace {
        ErrorPlace(testDescription: name, outcome: outcome, lines: lines, isInBody: true) {
            app, census in
            app.get("/") { _ in
                let token = census.token()
                return Response(
                    body: .stream(count: count) { writer in
                        try await produce(writer)
                        withExtendedLifetime(token) {}
                    })
            }
        }
    }

    private static let bodies = [
        body("a producer at once") { _ in throw Oops() },
        body("a producer that has waited") { _ in
            for _ in 0..<5 { await Task.yield() }
            throw Oops()
        },
        body("a producer with an answer of its own", .answered(404), lines: 0) { _ in
            throw Problem(.notFound, "It is gone.")
        },
        body("a producer that has begun", .cut) { writer in
            try await writer.start()
            throw Oops()
        },
        body("a producer half way", .cut) { writer in
            try await writer.write("half")
            throw Oops()
        },
        body("a producer half way, of a known length", .cut, count: 8) { writer in
            try await writer.write("half")
            throw Oops()
        },
        body("a body that is too short", .cut, count: 8) { try await $0.write("half") },
        body("a body with nothing of its length", count: 8) { _ in },
        body("a body that is too long at once", count: 2) { try await $0.write("half") },
        body("a body that is too long in the end", .cut, count: 5) { writer in
            try await writer.write("half")
            try await writer.write("half")
        },
        ErrorPlace(testDescription: "a sequence", outcome: .cut, isInBody: true) { app, _ in
            app.get("/") { _ in
                Response(
                    body: Body(
                        AsyncThrowingStream<ByteBuffer, any Error> { continuation in
                            continuation.yield(ByteBuffer(string: "half"))
                            continuation.finish(throwing: Oops())
                        }))
            }
        },
    ]

    /// A file of `size` bytes, sent as one of `count`.
    private static func file(_ name: String, size: Int, count: Int, _ outcome: Outcome)
        -> ErrorPlace
    {
        ErrorPlace(testDescription: name, outcome: outcome, isInBody: true) { app, census in
            app.get("/") { _ in
                let path = FileManager.default.temporaryDirectory.path + "/\(census.name)"
                let descriptor = open(path, O_RDWR | O_CREAT, 0o600)
                unlink(path)
                ftruncate(descriptor, off_t(size))
                return Response(
                    body: .file(BodyFile(takingOver: descriptor, offset: 0, count: count)))
            }
        }
    }

    private static let files = [
        file("a file that is empty by now", size: 0, count: 10, .answered(500)),
        file("a file that shrinks", size: 200_000, count: 300_000, .cut),
    ]
}
