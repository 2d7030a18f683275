// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import FledgeHTTP
import NIOCore
import Testing

@testable import FledgeServer

/// One bound on the size of something that a client sends.
struct LimitRow: Sendable, CustomTestStringConvertible {
    /// The property of `Limits`.
    let field: String
    let testDescription: String
    /// The largest size that is accepted once `set` has been called.
    let bound: Int
    let set: @Sendable (inout Limits) -> Void
    /// The status of what is accepted: the body is not always asked for.
    let accepted: Int
    /// The status of what is one larger.
    let refused: Int
    /// A request with something of the given size in it; `⏎` stands for CR LF.
    let request: @Sendable (Int) -> String

    init(
        _ field: String, _ detail: String = "", bound: Int, accepted: Int = 200, refused: Int,
        set: @escaping @Sendable (inout Limits) -> Void,
        request: @escaping @Sendable (Int) -> String
    ) {
        self.field = field
        testDescription = detail.isEmpty ? field : "\(field), \(detail)"
        self.bound = bound
        self.accepted = accepted
        self.refused = refused
        self.set = set
        self.request = request
    }

    var limits: Limits {
        var limits = Limits.patient
        set(&limits)
        return limits
    }

    /// The routes that the requests of the rows go to.
    static func mount(on app: App) {
        app.any("/*path?") { request async throws in
            "\(try await request.body.collect().readableBytes)"
        }
        app.post("/json") { request async throws in
            _ = try await request.json(Anything.self)
            return "ok"
        }
        app.post("/form") { request async throws in
            _ = try await request.form(Anything.self)
            return "ok"
        }
        app.post("/parts") { request async throws in
            var count = 0
            for try await _ in try request.multipart() { count += 1 }
            return "\(count)"
        }
        app.post("/files", body: .kibibytes(64)) { request async throws in
            let files = try await request.decode([String: UploadedFile].self)
            return Response(files.values.allSatisfy(\.isInMemory) ? .ok : .created)
        }
        app.post("/fields", body: .kibibytes(64)) { request async throws in
            "\(try await request.decode([String: String].self).count)"
        }
        app.post("/raised", body: 20) { request async throws in
            "\(try await request.body.collect().readableBytes)"
        }
        app.use("/whole", WholeBody())
    }

    private struct Anything: Decodable {
        init(from decoder: any Decoder) {}
    }
}

extension LimitRow {
    static let all = heads + bodies + chunks + contents

    private static let heads = [
        LimitRow("requestLine", bound: 40, refused: 414, set: { $0.requestLine = 40 }) {
            "GET /\(filler($0 - 14)) HTTP/1.1⏎Host: a⏎⏎"
        },
        LimitRow("headerField", bound: 30, refused: 431, set: { $0.headerField = 30 }) {
            "GET / HTTP/1.1⏎Host: a⏎x:\(filler($0 - 2))⏎⏎"
        },
        LimitRow("headerFields", bound: 4, refused: 431, set: { $0.headerFields = 4 }) {
            "GET / HTTP/1.1⏎Host: a⏎\(String(repeating: "x:⏎", count: $0 - 1))⏎"
        },
        // `Host: a` is 7 bytes, `x:` is 2, and the CR LF between them counts.
        LimitRow("headerBlock", bound: 60, refused: 431, set: { $0.headerBlock = 60 }) {
            "GET / HTTP/1.1⏎Host: a⏎x:\(filler($0 - 11))⏎⏎"
        },
    ]

    private static let bodies = [
        LimitRow("body", "announced", bound: 10, refused: 413, set: { $0.body = 10 }) {
            "\(post("/"))Content-Length: \($0)⏎⏎\(filler($0))"
        },
        LimitRow("body", "in chunks", bound: 10, refused: 413, set: { $0.body = 10 }) {
            chunked("\(hex($0))⏎\(filler($0))⏎0⏎⏎")
        },
        LimitRow("body", "in chunks of one byte", bound: 10, refused: 413, set: { $0.body = 10 }) {
            chunked("\(String(repeating: "1⏎x⏎", count: $0))0⏎⏎")
        },
        LimitRow("body", "read before the handler", bound: 10, refused: 413, set: { $0.body = 10 })
        { "\(post("/whole"))Content-Length: \($0)⏎⏎\(filler($0))" },
        LimitRow("body", "raised by the route", bound: 20, refused: 413, set: { $0.body = 10 }) {
            "\(post("/raised"))Content-Length: \($0)⏎⏎\(filler($0))"
        },
        LimitRow(
            "body", "asked for first", bound: 10, accepted: 100, refused: 413,
            set: { $0.body = 10 }
        ) { "\(post("/"))Expect: 100-continue⏎Content-Length: \($0)⏎⏎" },
    ]

    private static let chunks = [
        // The size has 1 digit, which is no extension; the semicolon is.
        LimitRow("chunkExtension", bound: 10, refused: 400, set: { $0.chunkExtension = 10 }) {
            chunked("1;\(filler($0 - 1))⏎x⏎0⏎⏎")
        },
        LimitRow("chunkExtensions", bound: 20, refused: 400, set: { $0.chunkExtensions = 20 }) {
            chunked("1;\(filler(9))⏎x⏎0;\(filler($0 - 11))⏎⏎")
        },
        LimitRow("trailers", bound: 20, refused: 431, set: { $0.trailers = 20 }) {
            chunked("0⏎x:\(filler(8))⏎x:\(filler($0 - 12))⏎⏎")
        },
    ]

    private static let contents = [
        LimitRow("queryPairs", "of a query", bound: 5, refused: 400, set: { $0.queryPairs = 5 }) {
            "GET /?\(pairs($0)) HTTP/1.1⏎Host: a⏎⏎"
        },
        LimitRow("queryPairs", "of a form", bound: 5, refused: 400, set: { $0.queryPairs = 5 }) {
            content(pairs($0), "application/x-www-form-urlencoded", "/form")
        },
        LimitRow("multipartParts", bound: 3, refused: 413, set: { $0.multipartParts = 3 }) {
            multipart(String(repeating: part("a", "1"), count: $0), "/parts")
        },
        // The line with the name has 40 bytes, `X:` 2, and two line ends count.
        LimitRow(
            "multipartPartHeaders", bound: 60, refused: 413,
            set: { $0.multipartPartHeaders = 60 }
        ) {
            multipart(part("a", "1", "X:\(filler($0 - 46))⏎"), "/parts")
        },
        // One byte more, and the file is on disk, which the route answers with 201.
        LimitRow("multipartMemory", bound: 10, refused: 201, set: { $0.multipartMemory = 10 }) {
            multipart(file("a", "1234") + file("b", filler($0 - 4)), "/files")
        },
        LimitRow("body", "of the fields of a form", bound: 10, refused: 413, set: { $0.body = 10 })
        { multipart(part("a", "1234") + part("b", filler($0 - 4)), "/fields") },
        LimitRow("jsonDepth", bound: 6, refused: 400, set: { $0.jsonDepth = 6 }) {
            let depth = $0
            let json = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
            return content(json, "application/json", "/json")
        },
    ]

    private static func filler(_ count: Int) -> String { String(repeating: "x", count: count) }

    private static func hex(_ number: Int) -> String { String(number, radix: 16) }

    private static func post(_ path: String) -> String { "POST \(path) HTTP/1.1⏎Host: a⏎" }

    private static func chunked(_ body: String) -> String {
        "\(post("/"))Transfer-Encoding: chunked⏎⏎\(body)"
    }

    private static func pairs(_ count: Int) -> String {
        (0..<count).map { "k\($0)=v" }.joined(separator: "&")
    }

    private static func part(_ name: String, _ text: String, _ more: String = "") -> String {
        "--b⏎Content-Disposition: form-data; name=\"\(name)\"⏎\(more)⏎\(text)⏎"
    }

    private static func file(_ name: String, _ text: String) -> String {
        part("\(name)\"; filename=\"\(name)", text)
    }

    private static func multipart(_ parts: String, _ path: String) -> String {
        let body = "\(parts)--b--"
        // `⏎` has three bytes, and CR LF two.
        let length = body.utf8.count - body.unicodeScalars.count { $0 == "⏎" }
        return "\(post(path))Content-Type: multipart/form-data; boundary=b⏎"
            + "Content-Length: \(length)⏎⏎\(body)"
    }

    private static func content(_ body: String, _ type: String, _ path: String) -> String {
        "\(post(path))Content-Type: \(type)⏎Content-Length: \(body.utf8.count)⏎⏎\(body)"
    }
}
