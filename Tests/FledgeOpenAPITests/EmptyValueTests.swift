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

/// One parameter for each form that a query has.
@Schema struct Blanks {
    enum Color: String, SchemaType, CaseIterable { case red, green }

    var number: Int = 1
    var limit: Int?
    var color: Color?
    var text: String = ""
    @Field(.length(2...9)) var word: String?
    @Field(.pattern("^[a-z]+$")) var letters: String?
    var day: Date?
    var numbers: [Int] = []
    @Field(.items(1...3)) var some: [Int]?
    var words: [String] = []
    var all: [Int]
    var must: Int
}

@Suite struct `An empty value in the query` {
    /// Whether `?name=` is answered as if the name was not there, and the document says so.
    static let rows: [(name: String, isLeftOut: Bool)] = [
        ("number", true), ("limit", true), ("color", true), ("text", false), ("word", true),
        ("letters", false), ("day", true), ("numbers", true), ("some", false), ("words", false),
        ("all", true), ("must", false),
    ]

    private func app() -> App {
        let app = App(mode: .test)
        app.use("/blanks", BlankController())
        return app
    }

    private func parameter(_ path: String, _ name: String) throws -> JSON {
        let document = try app().openAPIDocument().json
        let parameters = document["paths"]?[path]?["get"]?["parameters"]?.elements
        return try #require(parameters?.first { $0["name"] == .string(name) })
    }

    private func get(_ target: String) async throws -> Response {
        try await app().build().respond(to: Request(.get, target))
    }

    @Test(arguments: rows)
    func `of a type is told to be taken where it is`(name: String, isLeftOut: Bool) async throws {
        let says = try parameter("/blanks", name)["allowEmptyValue"] == true
        #expect(says == isLeftOut)
        let others = name == "must" ? "" : "&must=1"
        let answer = try await get("/blanks?\(name)=\(others)")
        // A text may be empty, and a list may have an empty text, without a word about it.
        let isFine = isLeftOut || name == "text" || name == "words"
        #expect(answer.status == (isFine ? .ok : .badRequest), "\(answer)")
    }

    @Test(arguments: ["flag", "color", "numbers"])
    func `of a handler's parameter is told to be taken`(name: String) async throws {
        #expect(try parameter("/blanks/each", name)["allowEmptyValue"] == true)
        let answer = try await get("/blanks/each?\(name)=&must=1")
        #expect(answer.status == .noContent, "\(answer)")
    }

    @Test func `is no word for one that is required`() async throws {
        #expect(try parameter("/blanks/each", "must")["allowEmptyValue"] == nil)
        let answer = try await get("/blanks/each?must=")
        #expect(answer.status == .badRequest)
    }

    @Test func `a list that is required can be left out of a query`() async throws {
        #expect(try parameter("/blanks", "all")["required"] == nil)
        #expect(try await get("/blanks?must=1").status == .ok)
    }
}

@Controller struct BlankController {
    @GET func all(query: Blanks) -> Blanks { query }

    @GET("/each")
    func each(flag: Bool = false, color: Blanks.Color?, numbers: [Int], must: Int) {}
}
