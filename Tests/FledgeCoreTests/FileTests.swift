// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import Foundation
import Testing

@Suite struct FileTests {
    private func app(_ folder: String) -> App {
        let app = App(mode: .production, logger: LogRecorder().logger)
        app.get("/") { _ in File(folder + "/note.txt", headers: [.cacheControl: "no-cache"]) }
        app.get("/later") { _ async in File(folder + "/note.txt") }
        app.get("/missing") { _ in File(folder + "/nope.txt") }
        app.get("/folder") { _ in File(folder) }
        app.get("/below") { _ in File(folder + "/note.txt/x") }
        app.get("/nul") { _ in File(folder + "/note.txt\0.png") }
        app.get("/none") { _ in File?.none }
        app.get("/some") { _ in File?.some(File(folder + "/note.txt")) }
        app.get("/as") { _ in File(folder + "/data", as: .csv, download: "Umsätze \"2026\".csv") }
        app.get("/data") { _ in File(folder + "/data") }
        app.get("/empty") { _ in File(folder + "/empty.txt") }
        return app
    }

    private func withApp(_ body: (App) async throws -> Void) async throws {
        let files = ["note.txt": "0123456789", "data": "a;b", "empty.txt": ""]
        try await withFiles(files) { try await body(app($0)) }
    }

    @Test func `a file is sent with what a client needs to keep it`() async throws {
        try await withApp { app async throws in
            for path in ["/", "/later", "/some"] {
                let answer = try await app.answer(.get, path)
                #expect(answer.status == 200)
                #expect(answer.text == "0123456789")
                #expect(answer.length == 10)
                #expect(answer.headers[.contentType] == "text/plain; charset=utf-8")
                #expect(answer.headers[.acceptRanges] == "bytes")
                #expect(answer.headers[.xContentTypeOptions] == "nosniff")
                #expect(answer.headers[.lastModified].flatMap { HTTPDate($0) } != nil)
                #expect(answer.headers[.eTag].flatMap { EntityTag($0) }?.isWeak == false)
            }
        }
    }

    @Test func `what is no file is a 404 that shows no path`() async throws {
        try await withApp { app async throws in
            for path in ["/missing", "/folder", "/below", "/nul", "/none"] {
                let answer = try await app.answer(.get, path)
                #expect(answer.status == 404, "\(path)")
                #expect(!answer.text.contains("note"))
            }
        }
    }

    static let ranges: [Row<String, (Int, String, String?)>] = [
        Row("the front", "bytes=0-3", (206, "0123", "bytes 0-3/10")),
        Row("the middle", "bytes=4-5", (206, "45", "bytes 4-5/10")),
        Row("to the end", "bytes=8-", (206, "89", "bytes 8-9/10")),
        Row("the last bytes", "bytes=-3", (206, "789", "bytes 7-9/10")),
        Row("more than there is", "bytes=5-99", (206, "56789", "bytes 5-9/10")),
        Row("several", "bytes=0-1,5-6", (200, "0123456789", nil)),
        Row("another unit", "lines=0-1", (200, "0123456789", nil)),
        Row("nonsense", "bytes=x", (200, "0123456789", nil)),
        Row("after the end", "bytes=10-", (416, "", "bytes */10")),
    ]

    @Test(arguments: ranges)
    func `a range is answered like this`(row: Row<String, (Int, String, String?)>) async throws {
        try await withApp { app async throws in
            let answer = try await app.answer(.get, "/", headers: [.range: row.input])
            #expect(answer.status == row.output.0)
            #expect(answer.headers[.contentRange] == row.output.2)
            if answer.status != 416 { #expect(answer.text == row.output.1) }
            let head = try await app.answer(.head, "/", headers: [.range: row.input])
            #expect(head.status == 200)
            #expect(head.headers[.contentLength] == "10")
        }
    }

    @Test func `conditions are kept`() async throws {
        try await withApp { app async throws in
            let first = try await app.answer(.get, "/")
            let tag = try #require(first.headers[.eTag])
            let date = try #require(first.headers[.lastModified])
            let rows: [(String, Fields, Int)] = [
                ("same tag", [.ifNoneMatch: tag], 304), ("any tag", [.ifNoneMatch: "*"], 304),
                ("other tag", [.ifNoneMatch: "\"x\""], 200),
                ("not since", [.ifModifiedSince: date], 304),
                ("must be it", [.ifMatch: tag], 200), ("must be another", [.ifMatch: "\"x\""], 412),
                ("range of it", [.ifRange: tag, .range: "bytes=0-0"], 206),
                ("range of another", [.ifRange: "\"x\"", .range: "bytes=0-0"], 200),
            ]
            for (name, headers, status) in rows {
                let answer = try await app.answer(.get, "/", headers: headers)
                #expect(answer.status == status, "\(name)")
                if status == 304 {
                    #expect(answer.text == "")
                    #expect(answer.headers[.eTag] == tag)
                    #expect(answer.headers[.cacheControl] == "no-cache")
                    #expect(answer.headers[.contentType] == nil)
                }
            }
        }
    }

    @Test func `a changed file has another tag`() async throws {
        try await withFiles(["note.txt": "a"]) { folder async throws in
            let app = app(folder)
            let first = try await app.answer(.get, "/").headers[.eTag]
            try Data("ab".utf8).write(to: URL(filePath: folder + "/note.txt"))
            #expect(try await app.answer(.get, "/").headers[.eTag] != first)
        }
    }

    @Test func `type and name can be told`() async throws {
        try await withApp { app async throws in
            let answer = try await app.answer(.get, "/as")
            #expect(answer.headers[.contentType] == "text/csv; charset=utf-8")
            #expect(
                answer.headers[.contentDisposition]
                    == "attachment; filename=\"Ums_tze _2026_.csv\"; "
                    + "filename*=UTF-8''Ums%C3%A4tze%20%222026%22.csv")
            let plain = try await app.answer(.get, "/data")
            #expect(plain.headers[.contentType] == "application/octet-stream")
            #expect(plain.headers[.contentDisposition] == nil)
        }
    }

    @Test func `an empty file is sent`() async throws {
        try await withApp { app async throws in
            let answer = try await app.answer(.get, "/empty")
            #expect(answer.status == 200)
            #expect(answer.length == 0)
        }
    }

    @Test func `a handler that returns a file does not run on the event loop`() async throws {
        try await withApp { app async throws in
            var request = try Request("/")
            #expect(try app.build().plan(for: &request).isSync == false)
        }
    }
}
