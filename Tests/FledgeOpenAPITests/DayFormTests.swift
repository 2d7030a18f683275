// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge
import FledgeSchema
import Testing

@testable import FledgeOpenAPI

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Schema struct Span {
    var start: Date
    var end: Date?
    var others: [Date] = []
}

@Schema struct Birthday {
    var day: Date
    var guests: [String] = []
}

@Schema struct Trip {
    /// When it is.
    var span: Span
    var name: String = ""
}

@Controller struct SpanController {
    @GET("/one") func one(day: Date, last: Date?) -> Date { day }
    @GET("/of/:day") func path(day: Date) -> Date { day }
    @GET("/many") func many(query: Span) -> Span { query }
    @GET("/trip") func trip(query: Trip) -> Trip { query }
    @POST("/body") func body(body: Birthday) -> Birthday { body }
}

/// Text takes a day as well as a moment, JSON only a moment; and the document says so of each.
@Suite struct `A date in the document` {
    private static let moment: JSON = ["type": "string", "format": "date-time"]
    private static let either: JSON = [
        "anyOf": [
            ["type": "string", "format": "date-time"], ["type": "string", "format": "date"],
        ]
    ]

    private func app() -> App {
        let app = App(mode: .test)
        app.use("/spans", SpanController())
        return app
    }

    private func get(_ target: String) async throws -> Status {
        try await app().build().respond(to: Request(.get, "/spans\(target)")).status
    }

    private func operation(_ path: String, _ method: String = "get") throws -> JSON {
        let document = try app().openAPIDocument().json
        return try #require(document["paths"]?["/spans\(path)"]?[method])
    }

    private func parameter(_ path: String, _ name: String) throws -> JSON {
        let parameters = try operation(path)["parameters"]?.elements
        return try #require(parameters?.first { $0["name"] == .string(name) })
    }

    @Test func `of a query is a moment or a day`() async throws {
        #expect(try parameter("/one", "day")["schema"] == Self.either)
        #expect(try parameter("/one", "last")["allowEmptyValue"] == true)
        #expect(try await get("/one?day=2026-11-22") == .ok)
        #expect(try await get("/one?day=2026-11-22T15:04:05Z") == .ok)
    }

    @Test func `of a path is one, too`() async throws {
        #expect(try parameter("/of/{day}", "day")["schema"] == Self.either)
        #expect(try await get("/of/2026-11-22") == .ok)
    }

    @Test func `of a type for the whole query is one, in lists and objects`() async throws {
        #expect(try parameter("/many", "start")["schema"] == Self.either)
        #expect(try parameter("/many", "end")["schema"] == Self.either)
        #expect(try parameter("/many", "others")["schema"]?["items"] == Self.either)
        let span = try parameter("/trip", "span")
        #expect(span["style"] == "deepObject")
        #expect(span["schema"]?["properties"]?["start"] == Self.either)
        #expect(try await get("/many?start=2026-11-22&others=2026-11-23") == .ok)
        #expect(try await get("/trip?span[start]=2026-11-22") == .ok)
    }

    @Test func `of a form is one, and of JSON a moment only`() async throws {
        let content = try operation("/body", "post")["requestBody"]?["content"]
        let form = content?["application/x-www-form-urlencoded"]?["schema"]
        #expect(form?["properties"]?["day"] == Self.either)
        let json = content?["application/json"]?["schema"]?["$ref"]?.text
        let document = try app().openAPIDocument().json
        let component = json.flatMap { document.resolve($0) }
        #expect(component?["properties"]?["day"] == Self.moment)

        let built = try app().build()
        let forms: [(type: String, text: String, status: Status)] = [
            ("application/x-www-form-urlencoded", "day=2026-11-22", .ok),
            ("application/json", #"{"day":"2026-11-22"}"#, .unprocessableContent),
            ("application/json", #"{"day":"2026-11-22T00:00:00Z"}"#, .ok),
        ]
        for (type, text, status) in forms {
            let answer = try await built.respond(
                to: Request(.post, "/spans/body", headers: [.contentType: type], body: Body(text))
            )
            #expect(answer.status == status, "\(type) \(text)")
        }
    }

    @Test func `is one date of a client`() throws {
        let document = try app().openAPIDocument().json
        let source = try ClientGenerator.source(in: .swift, for: document)
        #expect(source.contains("one(day: Date, last: Date? = nil)"), "\(source)")
        let script = try ClientGenerator.source(in: .typeScript, for: document)
        #expect(script.contains("day: DateTime | Date;"))
        #expect(script.contains("last?: DateTime | Date | undefined;"))
    }
}
