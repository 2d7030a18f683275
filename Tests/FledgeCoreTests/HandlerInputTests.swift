// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import Foundation
import NIOCore
import Testing

private enum Sort: String, CaseIterable { case name, age }
private struct UserID: RawRepresentable, ParameterValue { var rawValue: Int }

/// Throws 401 when the request has no user.
private struct CurrentUser: RequestBindable {
    let name: String
    static func bind(from request: Request, name: String) throws -> CurrentUser {
        guard let user = request.headers["X-User"] else { throw Problem(.unauthorized, "Who?") }
        return CurrentUser(name: user)
    }
}

private struct Account: AsyncRequestBindable {
    static func bind(from request: Request, name: String) async throws -> Account {
        guard request.headers["X-Account"] != nil else { throw Problem(402, "Pay.") }
        return Account()
    }
}

private struct Filter: Codable {
    var q: String; var tags: [String]; var page: Int?; var sort: String?
}

/// What `@Controller` writes, by hand.
private struct Users: Controller {
    static func register(on routes: ControllerRoutes<Users>) {
        routes.on(
            .init(
                .get, "/:id", handler: "Users.show",
                parameters: [
                    .init("id", UserID.self), .init("user", CurrentUser.self),
                    .init("page", Int.self), .init("sort", Sort?.self),
                ])
        ) { _, input in
            let page = input.read("page", Int.self)
            let sort = input.read("sort", Sort?.self)
            let user = input.read("user", CurrentUser.self)
            let id = input.read("id", UserID.self)
            try input.check()
            return
                "\(try id.value.rawValue) \(try user.value.name) \(try page.value) \(try sort.value?.rawValue ?? "-")"
        }
        routes.on(
            .init(
                .get, "/", handler: "Users.list",
                parameters: [
                    .init("limit", Int.self, hasDefault: true),
                    .init("all", Bool.self, hasDefault: true),
                    .init("name", String?.self), .init("tag", [String].self),
                    .init("ids", [UserID]?.self),
                    .init("sort", Sort.self, hasDefault: true),
                ])
        ) { _, input in
            let limit = input.read("limit", Int.self, default: 20)
            let all = input.read("all", Bool.self, default: false)
            let name = input.read("name", String?.self)
            let tags = input.read("tag", [String].self)
            let ids = input.read("ids", [UserID]?.self)
            let sort = input.read("sort", Sort.self, default: .name)
            try input.check()
            let parts = try [
                "\(limit.value)", "\(all.value)", name.value.map { "'\($0)'" } ?? "nil",
                "\(tags.value)", ids.value.map { "\($0.map(\.rawValue))" } ?? "nil",
                sort.value.rawValue,
            ]
            return parts.joined(separator: " ")
        }
        routes.on(
            .init(
                .get, "/files/*path", handler: "Users.files",
                parameters: [.init("path", [Int].self)])
        ) {
            _, input in
            let path = input.read("path", [Int].self)
            try input.check()
            return try path.value.map(String.init).joined(separator: "+")
        }
        routes.on(
            .init(
                .get, "/search", handler: "Users.search",
                parameters: [.init("query", Filter.self, .query)])
        ) {
            _, input in
            let filter = input.query(Filter.self)
            try input.check()
            return try filter.value
        }
        routes.on(
            .init(
                .get, "/headers", handler: "Users.headers",
                parameters: [
                    .init("ifMatch", Header<String>.self), .init("xCount", Header<Int>?.self),
                    .init("theme", Cookie<String>?.self),
                ])
        ) { _, input in
            let match = input.read("ifMatch", Header<String>.self)
            let count = input.read("xCount", Header<Int>?.self)
            let theme = input.read("theme", Cookie<String>?.self)
            try input.check()
            return
                "\(try match.value.value) \(try count.value?.value ?? 0) \(try theme.value?.value ?? "-")"
        }
        routes.onVoid(
            .init(.delete, "/:id", handler: "Users.remove", parameters: [.init("id", Int.self)])
        ) {
            _, input async throws in
            let account = input.read("account", Account.self)
            let id = input.read("id", Int.self)
            try await input.check()
            _ = try (account.value, id.value)
        }
    }
}

@Suite struct HandlerInputTests {
    private func app() -> App {
        let app = App(mode: .test)
        app.use("/users", Users())
        return app
    }

    static let rows: [Row<(String, [String: String]), (Int, String)>] = [
        Row("all is there", ("/users/7?page=2&sort=age", ["X-User": "ada"]), (200, "7 ada 2 age")),
        Row(
            "the path comes before the bindable", ("/users/x?page=x", [:]),
            (404, "nothing at /users/x")),
        Row("the bindable comes before the query", ("/users/7?page=x", [:]), (401, "Who?")),
        Row(
            "the query comes last", ("/users/7", ["X-User": "a"]),
            (400, "'page' is required and must be a whole number.")),
        Row(
            "all mistakes of the query at once", ("/users/7?page=x&sort=size", ["X-User": "a"]),
            (
                400,
                "'page' must be a whole number. The query parameter 'sort' must be one of name, age."
            )),
        Row(
            "a scalar given twice", ("/users/7?page=1&page=2", ["X-User": "a"]),
            (400, "'page' was given 2 times")),
        Row(
            "a broken escape", ("/users/7?page=%zz", ["X-User": "a"]),
            (400, "'page' is not valid percent-encoded")),
        Row(
            "an empty value of an optional", ("/users/7?page=1&sort=", ["X-User": "a"]),
            (200, "7 a 1 -")),
        Row("nothing but defaults", ("/users", [:]), (200, "20 false nil [] nil name")),
        Row("a bare flag", ("/users?all", [:]), (200, "20 true nil [] nil name")),
        Row("a flag that is off", ("/users?all=0", [:]), (200, "20 false nil [] nil name")),
        Row("an empty flag", ("/users?all=", [:]), (200, "20 false nil [] nil name")),
        Row("an empty number", ("/users?limit=", [:]), (200, "20 false nil [] nil name")),
        Row("an empty text", ("/users?name=", [:]), (200, "20 false '' [] nil name")),
        Row("a bare text", ("/users?name", [:]), (200, "20 false '' [] nil name")),
        Row(
            "a text with a plus", ("/users?name=a+b%2Bc", [:]),
            (200, "20 false 'a b+c' [] nil name")),
        Row(
            "repeats are a list", ("/users?tag=a&tag=b", [:]),
            (200, #"20 false nil ["a", "b"] nil name"#)),
        Row(
            "brackets are a list", ("/users?tag[]=a&tag%5B%5D=b", [:]),
            (200, #"20 false nil ["a", "b"] nil name"#)),
        Row("one is a list", ("/users?ids=1", [:]), (200, "20 false nil [] [1] name")),
        Row(
            "a list with a mistake", ("/users?ids=1&ids=x&ids=y", [:]),
            (400, "'ids' must be a whole number.")),
        Row(
            "unknown names are passed over", ("/users?other=1", [:]),
            (200, "20 false nil [] nil name")),
        Row(
            "a name is not a prefix", ("/users?limits=5&limi=4", [:]),
            (200, "20 false nil [] nil name")),
        Row("a catch-all is a list", ("/users/files/1/2/3", [:]), (200, "1+2+3")),
        Row("a catch-all that does not parse", ("/users/files/1/x", [:]), (404, "nothing at")),
        Row(
            "a whole query", ("/users/search?q=a&tags=b&tags[]=c&page=2", [:]),
            (200, #"{"page":2,"q":"a","tags":["b","c"]}"#)),
        Row(
            "a whole query without its lists", ("/users/search?q=", [:]),
            (200, #"{"q":"","tags":[]}"#)),
        Row(
            "a whole query that lacks something", ("/users/search", [:]), (400, "'q' is required.")),
        Row(
            "a whole query of a wrong type", ("/users/search?q=a&page=x", [:]),
            (400, "'page' must be a whole number.")),
        Row(
            "header fields by their labels", ("/users/headers", ["If-Match": "v", "X-Count": "3"]),
            (200, "v 3 -")),
        Row("a missing header field", ("/users/headers", [:]), (400, "'If-Match' is required.")),
        Row(
            "a malformed header field", ("/users/headers", ["If-Match": "v", "X-Count": "x"]),
            (400, "'X-Count' must be a whole number.")),
        Row(
            "a cookie", ("/users/headers", ["If-Match": "v", "Cookie": "theme=dark"]),
            (200, "v 0 dark")),
    ]

    @Test(arguments: rows)
    func `parameters are bound like this`(row: Row<(String, [String: String]), (Int, String)>)
        async throws
    {
        let answer = try await app().answer(.get, row.input.0, headers: fields(row.input.1))
        #expect(answer.status == row.output.0)
        #expect(answer.text.contains(row.output.1), "\(answer.text)")
    }

    @Test func `an asynchronous bindable is waited for, after the path`() async throws {
        #expect(try await app().answer(.delete, "/users/x").status == 404)
        #expect(try await app().answer(.delete, "/users/7").status == 402)
        let answer = try await app().answer(
            .delete, "/users/7", headers: fields(["X-Account": "1"]))
        #expect(answer.status == 204)
        #expect(answer.text == "")
    }

    @Test func `each mistake of the query is a violation`() async throws {
        let answer = try await app().answer(
            .get, "/users/7?page=x&sort=size", headers: fields(["X-User": "a"]))
        #expect(answer.text.contains(#""code":"invalid_query""#))
        #expect(
            answer.text.contains(
                #"{"code":"type","message":"The query parameter 'page' must be a whole number.","parameter":"page"}"#
            ))
    }
}

@Suite struct TypedCapturesTests {
    private func app() -> App {
        let app = App(mode: .test)
        app.on(.get, "/users/:id/orders/:order") { (id: Int, order: UUID) in "\(id) \(order)" }
        app.on(.get, "/later/:id") { (id: Int) async in "\(id)" }
        app.on(.get, "/files/*path") { (path: String) in path }
        app.on(.get, "/none") { "none" }
        return app
    }

    static let rows: [Row<String, (Int, String)>] = [
        Row(
            "two captures", "/users/7/orders/6ba7b810-9dad-11d1-80b4-00c04fd430c8",
            (200, "7 6BA7B810-9DAD-11D1-80B4-00C04FD430C8")),
        Row(
            "the first does not parse", "/users/x/orders/6ba7b810-9dad-11d1-80b4-00c04fd430c8",
            (404, "nothing")),
        Row("the second does not parse", "/users/7/orders/x", (404, "nothing")),
        Row("asynchronous", "/later/7", (200, "7")),
        Row("asynchronous, does not parse", "/later/x", (404, "nothing")),
        Row("a catch-all is one capture", "/files/a/b%20c", (200, "a/b c")),
        Row("none", "/none", (200, "none")),
    ]

    @Test(arguments: rows)
    func `captures are handed to the closure`(row: Row<String, (Int, String)>) async throws {
        let answer = try await app().answer(.get, row.input)
        #expect(answer.status == row.output.0)
        #expect(answer.text.contains(row.output.1))
    }
}

private func fields(_ values: [String: String]) -> Fields {
    var fields = Fields()
    for (name, value) in values { fields[name] = value }
    return fields
}
