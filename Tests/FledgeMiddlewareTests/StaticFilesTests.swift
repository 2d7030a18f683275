// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import FledgeMiddleware
import Foundation
import Testing

@Suite struct StaticFilesTests {
    private let site: Site

    init() throws {
        site = try Site()
        try site.write("<h1>Home</h1>", to: "index.html")
        try site.write("0123456789", to: "digits.txt")
        try site.write("console.log(1)", to: "js/app.js")
        try site.write("<h1>Docs</h1>", to: "docs/index.html")
        try site.write("{}", to: "empty/data.json")
        try site.write("", to: "nothing.txt")
        try site.write("?", to: "strange.xyz")
        try site.write("TOKEN=1", to: ".env")
        try site.write("[core]", to: ".git/config")
        try site.write("Contact: a@b.example", to: ".well-known/security.txt")
    }

    private func app(_ files: StaticFiles) -> App {
        let app = App.quiet()
        app.use(files)
        app.get("/js/:name") { _ in "a route" }
        app.post("/digits.txt") { _ in "posted" }
        return app
    }

    private func answer(
        _ method: Method = .get, _ target: String, headers: Fields = [:]
    ) async throws -> Response {
        try await app(StaticFiles(site.path)).answer(method, target, headers: headers)
    }

    // MARK: What is sent

    static let files: [Row<String, (String, String)>] = [
        Row("a file", "/digits.txt", ("text/plain; charset=utf-8", "0123456789")),
        Row("the index", "/", ("text/html; charset=utf-8", "<h1>Home</h1>")),
        Row("the index of a folder", "/docs/", ("text/html; charset=utf-8", "<h1>Docs</h1>")),
        Row("an escaped name", "/digits%2Etxt", ("text/plain; charset=utf-8", "0123456789")),
        Row("a query", "/digits.txt?v=2", ("text/plain; charset=utf-8", "0123456789")),
        Row("JSON", "/empty/data.json", ("application/json", "{}")),
        Row("an unknown extension", "/strange.xyz", ("application/octet-stream", "?")),
        Row("an empty file", "/nothing.txt", ("text/plain; charset=utf-8", "")),
        Row(
            "well-known", "/.well-known/security.txt",
            ("text/plain; charset=utf-8", "Contact: a@b.example")),
    ]

    @Test(arguments: files) func `a file is sent with its type`(
        _ row: Row<String, (String, String)>
    )
        async throws
    {
        let response = try await answer(.get, row.input)
        #expect(response.status == .ok)
        #expect(response.headers[.contentType] == row.output.0)
        #expect(response.headers[.cacheControl] == "public, max-age=0")
        #expect(response.headers[.acceptRanges] == "bytes")
        #expect(response.headers[.lastModified] == "Sun, 06 Nov 1994 08:49:37 GMT")
        #expect(response.headers[.eTag]?.hasPrefix("W/\"") == true)
        #expect(try await response.text() == row.output.1)
    }

    @Test func `HEAD has the fields and no body`() async throws {
        let response = try await answer(.head, "/digits.txt")
        #expect(response.status == .ok)
        #expect(response.headers[.contentLength] == "10")
        #expect(response.body.isEmpty)
    }

    @Test func `a folder without its slash is redirected, with the query`() async throws {
        let response = try await answer(.get, "/docs?page=2")
        #expect(response.status == .permanentRedirect)
        #expect(response.headers[.location] == "/docs/?page=2")
    }

    @Test func `a prefix stands before the files`() async throws {
        let app = app(StaticFiles(site.path, at: "/assets"))
        #expect(try await app.answer(.get, "/assets/digits.txt").text() == "0123456789")
        #expect(try await app.answer(.get, "/assets/").text() == "<h1>Home</h1>")
        #expect(try await app.answer(.get, "/assets").headers[.location] == "/assets/")
        #expect(try await app.answer(.get, "/digits.txt").status == .methodNotAllowed)
        #expect(try await app.answer(.get, "/strange.xyz").status == .notFound)
    }

    // MARK: What goes on to the app

    @Test func `routes win over files`() async throws {
        #expect(try await answer(.get, "/js/app.js").text() == "a route")
        #expect(try await answer(.post, "/digits.txt").text() == "posted")
    }

    @Test func `a route stays synchronous, since no file is looked for`() throws {
        var request = try Request(.get, "/js/app.js")
        #expect(try app(StaticFiles(site.path)).build().plan(for: &request).isSync)
    }

    @Test func `a file is found where a route has other methods only`() async throws {
        #expect(try await answer(.get, "/digits.txt").text() == "0123456789")
    }

    @Test(arguments: [Method.post, .put, .delete, .patch])
    func `other methods are not for files`(method: Method) async throws {
        #expect(try await answer(method, "/strange.xyz").status == .notFound)
    }

    static let missing: [Row<String, Void>] = [
        Row("no such file", "/none.txt", ()),
        Row("a file as a folder", "/strange.xyz/", ()),
        Row("a path through a file", "/strange.xyz/a", ()),
        Row("a folder without an index", "/empty/", ()),
        Row("that folder without its slash", "/empty", ()),
        Row("a name that is too long", "/" + String(repeating: "a", count: 300), ()),
        Row("a dotfile", "/.env", ()),
        Row("a dot folder", "/.git/config", ()),
        Row("an escaped dotfile", "/%2eenv", ()),
    ]

    @Test(arguments: missing) func `what is not there is the usual 404`(_ row: Row<String, Void>)
        async throws
    {
        let response = try await answer(.get, row.input)
        #expect(response.status == .notFound)
        #expect(response.headers[.contentType] == "application/problem+json")
    }

    // MARK: No way out

    static let hostile: [Row<String, Void>] = [
        Row("up", "/../secret.txt", ()),
        Row("up from a folder", "/docs/../../secret.txt", ()),
        Row("escaped slash", "/..%2fsecret.txt", ()),
        Row("escaped dots", "/%2e%2e/secret.txt", ()),
        Row("escaped twice", "/%252e%252e%252fsecret.txt", ()),
        Row("overlong dots", "/%c0%ae%c0%ae/secret.txt", ()),
        Row("overlong slash", "/..%c0%afsecret.txt", ()),
        Row("backslash", "/..\\secret.txt", ()),
        Row("escaped backslash", "/..%5csecret.txt", ()),
        Row("NUL", "/../secret.txt%00.html", ()),
        Row("NUL after a good name", "/digits.txt%00", ()),
        Row("two slashes", "//secret.txt", ()),
        Row("an absolute path", "//etc/passwd", ()),
        Row("an escaped absolute path", "/%2fetc%2fpasswd", ()),
        Row("a dot at the end", "/digits.txt.", ()),
        Row("a space at the end", "/digits.txt%20", ()),
        Row("a stream of NTFS", "/digits.txt::$DATA", ()),
        Row("absolute form", "http://host/../secret.txt", ()),
    ]

    @Test(arguments: hostile) func `a hostile path gets nothing`(_ row: Row<String, Void>)
        async throws
    {
        let response: Response
        do {
            response = try await answer(.get, row.input)
        } catch is RequestTarget.ParseError {
            return  // Refused before anything saw it.
        }
        #expect(response.status == .notFound)
        #expect(try await response.text().contains("SECRET") == false)
    }

    @Test func `a link that leads out gets nothing, however it leads out`() async throws {
        try site.link("out.txt", to: "../secret.txt")
        try site.link("absolute.txt", to: site.base.appending(path: "secret.txt").path)
        try site.link("up", to: "..")
        try site.link("chain.txt", to: "out.txt")
        try site.link("docs/deep", to: "../../")
        try site.link("loop", to: "loop")
        let app = app(StaticFiles(site.path, fallback: "out.txt"))
        let html: Fields = [.accept: "text/html"]
        for path in [
            "/out.txt", "/absolute.txt", "/up/secret.txt", "/up/", "/chain.txt",
            "/docs/deep/secret.txt", "/loop", "/navigation",
        ] {
            let response = try await app.answer(.get, path, headers: html)
            #expect(response.status == .notFound, "\(path)")
            #expect(try await response.text().contains("SECRET") == false, "\(path)")
        }
    }

    @Test func `a folder whose name only starts the same is outside`() async throws {
        let neighbour = site.base.appending(path: "site-private")
        try FileManager.default.createDirectory(at: neighbour, withIntermediateDirectories: true)
        try Data("SECRET".utf8).write(to: neighbour.appending(path: "a.txt"))
        try site.link("private", to: "../site-private")
        #expect(try await answer(.get, "/private/a.txt").status == .notFound)
    }

    @Test func `a link that stays inside is followed`() async throws {
        try site.link("current.txt", to: "digits.txt")
        try site.link("manual", to: "docs")
        #expect(try await answer(.get, "/current.txt").text() == "0123456789")
        #expect(try await answer(.get, "/manual/").text() == "<h1>Docs</h1>")
    }

    @Test func `the folder itself may be a link`() async throws {
        let link = site.base.appending(path: "current").path
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "site")
        let app = app(StaticFiles(link))
        #expect(try await app.answer(.get, "/strange.xyz").text() == "?")
    }

    @Test func `a pipe is no file and does not block`() async throws {
        #expect(mkfifo(site.root.appending(path: "pipe.txt").path, 0o600) == 0)
        #expect(try await answer(.get, "/pipe.txt").status == .notFound)
    }

    // MARK: The page of a single-page front end

    static let navigations: [Row<(String, String?), Bool>] = [
        Row("a browser", ("/cart/7", "text/html,application/xhtml+xml,*/*;q=0.8"), true),
        Row("a script that takes anything", ("/cart/7", "*/*"), false),
        Row("a script that wants JSON", ("/cart/7", "application/json"), false),
        Row("no Accept", ("/cart/7", nil), false),
        Row("a picture that is missing", ("/cart.png", "text/html"), false),
    ]

    @Test(arguments: navigations) func `the fallback is for navigation`(
        _ row: Row<(String, String?), Bool>
    ) async throws {
        let app = app(StaticFiles(site.path, fallback: "index.html"))
        let headers: Fields = row.input.1.map { [.accept: $0] } ?? [:]
        let response = try await app.answer(.get, row.input.0, headers: headers)
        #expect(response.status == (row.output ? .ok : .notFound))
    }

    // MARK: Set-up

    @Test func `a folder that is not there does not start`() {
        #expect {
            _ = try app(StaticFiles("no/such/folder")).build()
        } throws: { error in
            "\(error)".contains(
                "the folder 'no/such/folder' cannot be opened: No such file or directory. Create it"
            )
        }
    }

    @Test func `a prefix or fallback that is no path does not start`() {
        #expect(StaticFiles(site.path, at: "assets").setupProblems.count == 1)
        #expect(StaticFiles(site.path, fallback: "../x").setupProblems.count == 1)
        #expect(StaticFiles(site.path, at: "/assets", fallback: "a/b.html").setupProblems.isEmpty)
    }
}
