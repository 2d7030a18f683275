// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import Foundation
import Testing

private struct Order: Codable, Equatable {
    struct Line: Codable, Equatable { var product: String; var quantity: Int }
    enum State: String, Codable { case open, closed }
    var lines: [Line]
    var state: State?
    var price: Double?
    var paid: Bool?
    var placed: Date?
    var note: JSON?
}

@Suite struct JSONTests {
    static let literals: [Row<JSON, String>] = [
        Row("members keep their order", ["b": 1, "a": 2], #"{"b":1,"a":2}"#),
        Row("a repeated name keeps its last value", ["a": 1, "b": 2, "a": 3], #"{"a":3,"b":2}"#),
        Row("all kinds", [nil, true, 1, 1.5, "x", [], [:]], #"[null,true,1,1.5,"x",[],{}]"#),
        Row("whole numbers exactly", .integer(.max), "9223372036854775807"),
        Row("no number is null", [.number(.nan), .number(.infinity)], "[null,null]"),
        Row("an interpolation", "\(1 + 1)", #""2""#),
        Row("quotes and backslashes", "\"\\/", #""\"\\/""#),
        Row("control characters", "\n\r\t\u{0}\u{1F}\u{7F}", #""\n\r\t\u0000\u001f"# + "\u{7F}\""),
        Row("other text stays", "é😀\u{2028}", "\"é😀\u{2028}\""),
        Row("an escaped name", ["\"": 1], #"{"\"":1}"#),
    ]

    @Test(arguments: literals)
    func `a literal is written like this`(row: Row<JSON, String>) async throws {
        let app = App(mode: .test)
        let value = row.input
        app.get("/") { _ in value }
        let answer = try await app.answer(.get, "/")
        #expect(answer.text == row.output)
        #expect(answer.headers[.contentType] == "application/json")
        let read = try JSONDecoder().decode(JSON.self, from: Data(answer.text.utf8))
        // Foundation gives members in any order, so they are compared sorted.
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        #expect(try encoder.encode(read) == encoder.encode(value))
    }

    @Test func `values are encoded with sorted names and RFC 3339 dates`() async throws {
        struct Sample: Encodable {
            var z = 1; var a = "x/y"; var at = Date(timeIntervalSince1970: 0)
        }
        let app = App(mode: .test)
        app.get("/") { _ in Sample() }
        #expect(
            try await app.answer(.get, "/").text
                == #"{"a":"x/y","at":"1970-01-01T00:00:00Z","z":1}"#)
    }
}

@Suite struct JSONBodyTests {
    private static let json: Fields = [.contentType: "application/json"]

    private func app() -> App {
        let app = App(mode: .test)
        app.limits.body = 1_000
        app.post("/") { request in try await request.json(Order.self) }
        app.post("/any") { request in try await request.json(JSON.self) }
        return app
    }

    static let failures: [Row<String, (Int, String)>] = [
        Row(
            "bad syntax, with the place", "{\n  \"lines\": [1,]\n}", (400, #""column":15,"line":2"#)
        ),
        Row("empty", "", (400, #""code":"missing_body""#)),
        Row("blanks", "  ", (400, "the document is empty")),
        Row("cut off", #"{"lines":["#, (400, "line 1, column 11")),
        Row("a lone surrogate", #"{"lines":[],"note":"\ud800"}"#, (400, "surrogate")),
        Row("a missing member", "{}", (422, #""pointer":"/lines""#)),
        Row(
            "a missing member inside", #"{"lines":[{"product":"a","quantity":1},{"product":"b"}]}"#,
            (422, #""pointer":"/lines/1/quantity""#)),
        Row(
            "a wrong type", #"{"lines":[{"product":"a","quantity":"1"}]}"#,
            (422, "must be a whole number")),
        Row(
            "a number for text", #"{"lines":[{"product":1,"quantity":1}]}"#,
            (422, "must be a string")),
        Row("an object for a list", #"{"lines":{}}"#, (422, "must be an array")),
        Row("a list for an object", "[]", (422, "must be an object")),
        Row("text for a flag", #"{"lines":[],"paid":"yes"}"#, (422, "must be true or false")),
        Row("null where a value must be", #"{"lines":null}"#, (422, #""pointer":"/lines""#)),
        Row("no case of an enum", #"{"lines":[],"state":"lost"}"#, (422, #""pointer":"/state""#)),
        Row("no date", #"{"lines":[],"placed":"yesterday"}"#, (422, #""pointer":"/placed""#)),
        Row("a number that is too large", #"{"lines":[],"price":1e999}"#, (422, "too large")),
        Row(
            "a fraction for a whole number", #"{"lines":[{"product":"a","quantity":1.5}]}"#,
            (422, "a fraction")),
    ]

    @Test(arguments: failures)
    func `a body that does not fit is answered like this`(row: Row<String, (Int, String)>)
        async throws
    {
        for body in [Body(row.input), streamed(row.input)] {
            let answer = try await app().answer(.post, "/", headers: Self.json, body: body)
            #expect(answer.status == row.output.0)
            #expect(answer.text.contains(row.output.1), "\(answer.text)")
        }
    }

    @Test func `a body that fits is decoded`() async throws {
        let text = #"{"lines":[{"product":"a","quantity":1}],"note":{"b":[1]},"state":"open"}"#
        let answer = try await app().answer(
            .post, "/", headers: Self.json,
            body: streamed(String(text.prefix(20)), String(text.dropFirst(20))))
        #expect(answer.status == 200)
        #expect(answer.text == text)
    }

    @Test func `dates may have fractions of a second, as JavaScript sends them`() async throws {
        let body = Body(#"{"lines":[],"placed":"2026-11-22T15:04:05.000Z"}"#)
        let answer = try await app().answer(.post, "/", headers: Self.json, body: body)
        #expect(answer.text == #"{"lines":[],"placed":"2026-11-22T15:04:05Z"}"#)
    }

    @Test func `a day is no date-time`() async throws {
        let body = Body(#"{"lines":[],"placed":"2026-11-22"}"#)
        let answer = try await app().answer(.post, "/", headers: Self.json, body: body)
        #expect(answer.status == 422)
        #expect(answer.text.contains("It must be a date such as 2026-11-22T15:04:05Z."))
    }

    @Test func `bytes that are no UTF-8 are 400`() async throws {
        let answer = try await app().answer(
            .post, "/any", headers: Self.json, body: Body([0x22, 0xFF, 0x22] as [UInt8]))
        #expect(answer.status == 400)
    }

    static let types: [Row<String?, Int>] = [
        Row("JSON", "application/json", 200),
        Row("with a charset", "application/json; charset=UTF-8", 200),
        Row("in capitals", "Application/JSON", 200),
        Row("a kind of JSON", "application/merge-patch+json", 200),
        Row("another charset", "application/json; charset=latin1", 415),
        Row("text", "text/plain", 415),
        Row("a form", "application/x-www-form-urlencoded", 415),
        Row("nothing", nil, 415),
        Row("nonsense", "json", 415),
    ]

    @Test(arguments: types)
    func `the media type decides`(row: Row<String?, Int>) async throws {
        var headers = Fields()
        headers[.contentType] = row.input
        let answer = try await app().answer(.post, "/any", headers: headers, body: "[]")
        #expect(answer.status == row.output)
        #expect((answer.headers[.accept] != nil) == (row.output == 415))
    }

    @Test func `a body at the limit passes and one byte more does not`() async throws {
        for (size, status) in [(1_000, 200), (1_001, 413)] {
            let text = "\"" + String(repeating: "a", count: size - 2) + "\""
            for body in [
                Body(text), streamed(String(text.prefix(900)), String(text.dropFirst(900))),
            ] {
                let answer = try await app().answer(.post, "/any", headers: Self.json, body: body)
                #expect(answer.status == status)
            }
        }
    }

    @Test func `64 levels pass and 65 do not`() async throws {
        for (depth, status) in [(64, 200), (65, 400)] {
            let text = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
            let answer = try await app().answer(.post, "/any", headers: Self.json, body: Body(text))
            #expect(answer.status == status)
        }
    }
}
