// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge
import Testing

@Schema struct FormAddress: Equatable {
    @Field(.length(1...20)) var city: String
    var zip: Int?
}

@Schema struct FormOrder: Equatable {
    @Field(.length(1...10)) var name: String
    @Field(.email) var email: String?
    @Field(.range(1...9)) var count: Int = 1
    @Field(.items(0...2)) var tags: [String]
    var gift: Bool = false
    var address: FormAddress?
}

@Schema struct FormPhoto {
    var title: String
    var image: UploadedFile
}

@Schema(unknownKeys: .reject) struct FormStrict {
    var name: String?
}

@Controller struct StrictController {
    @GET("/strict") func get(query: FormStrict) -> FormStrict { query }
    @POST("/strict") func post(body: FormStrict) -> FormStrict { body }
}

@Controller struct FormController {
    @GET("/now") func now(query: FormOrder) -> FormOrder { query }
    @GET("/later") func later(query: FormOrder) async -> FormOrder { query }
    @POST("/now") func post(body: FormOrder) -> FormOrder { body }
    @POST("/later") func postLater(body: FormOrder) async -> FormOrder { body }
    @POST("/maybe") func maybe(body: FormOrder?) -> String { body?.name ?? "none" }
    @POST("/maybe/later") func maybeLater(body: FormOrder?) async -> String { body?.name ?? "none" }
    @POST("/photo/now") func photo(body: FormPhoto) -> String { "\(body.image.size)" }
    @POST("/photo/later") func photoLater(body: FormPhoto) async -> String { "\(body.image.size)" }
    @POST("/parts") func parts(body: Multipart) async throws -> String {
        var names: [String] = []
        for try await part in body { names.append(part.name) }
        return names.joined(separator: ",")
    }
}

/// One `@Schema` type from a query, a form, a multipart form and JSON: the same value, and the same
/// violations.
@Suite struct FormSchemaTests {
    private static let json: Fields = [.contentType: "application/json"]
    private static let form: Fields = [.contentType: "application/x-www-form-urlencoded"]
    private static let multipart: Fields = [.contentType: "multipart/form-data; boundary=b"]

    /// The fields of a form as parts; those that are named, as files.
    private static func parts(_ form: String, files: Set<String> = []) -> Body {
        let parts = form.split(separator: "&").map { pair in
            let pieces = pair.split(separator: "=", omittingEmptySubsequences: false)
            let file = files.contains(String(pieces[0])) ? "; filename=\"x.png\"" : ""
            return "--b\r\nContent-Disposition: form-data; name=\"\(pieces[0])\"\(file)\r\n\r\n"
                + "\(pieces[1])\r\n"
        }
        return Body(parts.joined() + "--b--")
    }

    private static let good = "name=Ada&count=3&tags=a&tags=b&gift=on&email=&address[city]=Bern"
    private static let value =
        #"{"name":"Ada","count":3,"tags":["a","b"],"gift":true,"address":{"city":"Bern"}}"#

    @Test func `it is the same value`() async throws {
        let call = try Calls(FormController())
        for path in ["/now", "/later"] {
            #expect(try await call(.get, "\(path)?\(Self.good)").body == Self.value)
            let answers = [
                try await call(.post, path, headers: Self.json, Body(Self.value)),
                try await call(.post, path, headers: Self.form, Body(Self.good)),
                try await call(.post, path, headers: Self.multipart, Self.parts(Self.good)),
            ]
            for answer in answers { #expect(answer.body == Self.value) }
        }
    }

    private static let bad = "count=10&email=x&tags=1&tags=2&tags=3&gift=maybe&address[zip]=x"
    private static let badJSON =
        #"{"count":10,"email":"x","tags":["1","2","3"],"gift":"maybe","address":{"zip":"x"}}"#

    @Test func `they are the same violations`() async throws {
        let call = try Calls(FormController())
        let expected = try errors(await call(.post, "/now", headers: Self.json, Body(Self.badJSON)))
        #expect(expected.count >= 6)
        let answers = [
            try await call(.post, "/later", headers: Self.form, Body(Self.bad)),
            try await call(.post, "/now", headers: Self.multipart, Self.parts(Self.bad)),
            try await call(.post, "/later", headers: Self.multipart, Self.parts(Self.bad)),
        ]
        for answer in answers {
            #expect(answer.status == 422)
            #expect(try errors(answer) == expected)
        }
    }

    @Test func `a query names its parameters`() async throws {
        let call = try Calls(FormController())
        for path in ["/now", "/later"] {
            let answer = try await call(.get, "\(path)?\(Self.bad)")
            #expect(answer.status == 400)
            #expect(answer.body.contains(#""code":"invalid_query""#))
            #expect(answer.body.contains(#""parameter":"address[zip]""#))
            #expect(answer.body.contains("The query parameter 'name' is required."))
        }
    }

    @Test func `a body that may be missing`() async throws {
        let call = try Calls(FormController())
        for path in ["/maybe", "/maybe/later"] {
            #expect(try await call(.post, path).body == "none")
            for null in ["null", " null\r\n"] {
                #expect(try await call(.post, path, headers: Self.json, Body(null)).body == "none")
            }
            let text: Fields = [.contentType: "text/plain"]
            #expect(try await call(.post, path, headers: text, "null").status == 415)
            #expect(try await call(.post, path, headers: Self.json, "nullx").status == 400)
            #expect(try await call(.post, path, headers: Self.form, "null").status == 422)
            let form = try await call(.post, path, headers: Self.form, "name=Ada")
            #expect(form.body == "Ada")
            let parts = try await call(
                .post, path, headers: Self.multipart, Self.parts("name=Ada"))
            #expect(parts.body == "Ada")
        }
    }

    @Test func `a file in a handler that waits and in one that does not`() async throws {
        let call = try Calls(FormController())
        for path in ["/photo/now", "/photo/later"] {
            let answer = try await call(
                .post, path, headers: Self.multipart,
                Self.parts("title=a&image=12345", files: ["image"]))
            #expect(answer.body == "5")
        }
        #expect(
            try await call(.post, "/parts", headers: Self.multipart, Self.parts("a=1&b=2")).body
                == "a,b")
    }

    @Test func `a field is no file, and the text of a file is a text`() async throws {
        let call = try Calls(FormController())
        for path in ["/photo/now", "/photo/later"] {
            let field = try await call(
                .post, path, headers: Self.multipart, Self.parts("title=a&image=12345"))
            #expect(field.status == 422)
            #expect(field.body.contains(#""code":"file""#) && field.body.contains("/image"))
            let both = try await call(
                .post, path, headers: Self.multipart,
                Self.parts("title=a&image=12345", files: ["title", "image"]))
            #expect(both.body == "5")
        }
    }

    @Test func `a violation has what it says for programs`() async throws {
        let call = try Calls(FormController())
        let body = Body(#"{"name":"","count":10,"tags":["1","2","3"],"email":null,"gift":null}"#)
        let answer = try await call(.post, "/now", headers: Self.json, body)
        for part in [
            #"{"code":"length","message":"'/name' must have 1 to 10 characters.","pointer":"/name","params":{"min":1,"max":10}}"#,
            #"{"code":"range","message":"'/count' must be from 1 to 9.","pointer":"/count","params":{"min":1,"max":9}}"#,
            #""pointer":"/tags","params":{"min":0,"max":2}}"#,
            #"{"code":"null","message":"'/gift' must not be null, but true or false.","pointer":"/gift"}"#,
        ] {
            #expect(answer.body.contains(part), "\(answer.body)")
        }
        let query = try await call(.get, "/now?name=Ada&count=10")
        #expect(query.body.contains(#""parameter":"count","params":{"min":1,"max":9}}"#))
    }

    @Test func `a long name comes back whole once, in the pointer`() async throws {
        let call = try Calls(StrictController())
        let name = String(repeating: "n", count: 10_000)
        let answer = try await call(
            .post, "/strict", headers: Self.json, Body(#"{"\#(name)":1}"#))
        #expect(answer.body.contains(#""pointer":"/\#(name)""#))
        let short = "'/" + String(repeating: "n", count: 63) + "…' is not known here."
        #expect(answer.body.contains(#""message":"\#(short)""#), "\(answer.body.prefix(400))")
        #expect(answer.body.utf8.count < 10_600)
        let query = try await call(.get, "/strict?\(name)=1")
        #expect(query.body.utf8.count < 10_600, "\(query.body.prefix(400))")
    }

    private func errors(_ answer: Answer) throws -> Set<JSON> {
        let problem = try JSONReader.decode(JSON.self, from: answer.body)
        guard case .object(let members) = problem, case .array(let errors)? = members["errors"]
        else { return [] }
        return Set(errors)
    }
}
