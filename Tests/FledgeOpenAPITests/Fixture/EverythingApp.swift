// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge
import FledgeOpenAPI
import FledgeSchema
import NIOCore

/// One of everything that a route can have.
func makeEverything() -> App {
    let app = App(mode: .test)
    app.health()
    app.use("/api/v1/books", BookController())
    app.use("/api/inputs", InputsRoute())
    app.use("/results", ResultController())
    app.use("/uploads", UploadController())
    app.group("/session") { session in
        session.use(RequireSession())
        session.get("/", name: "my session") { _ in Note?.none }
        session.on(.delete, "/:id") { (id: BookID) in Lending.open }
    }
    app.get("/internal", use: Undocumented()) { _ in "hidden" }
    app.any("/echo") { _ in "any" }
    app.get("/files/report-:name.pdf") { _ in File("report.pdf") }
    app.get("/files/*path") { _ in "catch-all" }
    app.get("/manual/*path?") { _ in "optional catch-all" }
    app.put("/users/:id") { _ in JSON.null }
    app.delete("/users/:user") { _ in JSON.null }
    app.get("/straße") { _ in JSON.null }
    app.openAPI("Everything", version: "2.0", details: "One of *everything*.\n\nReally.")
    return app
}

@Controller struct BookController {
    /// All books.
    ///
    /// The newest first, unless told:
    ///
    /// - one page at a time
    ///
    /// - Parameters:
    ///   - page: Which page, from 1.
    ///   - sort: What comes first.
    ///   - status: Open or closed ones only.
    ///   - tag: All of these.
    ///   - exact: Whether case counts.
    /// - Returns: The books of the page.
    @GET func list(
        page: Int = 1, sort: Sort = .newest, status: Lending?, tag: [String], exact: Bool = false
    ) -> Page<Book> { Page(items: [], total: 0) }

    /// One book.
    ///
    /// - Throws: 404 when nobody has such a book, 410 when it was burnt.
    @GET("/:id") func show(id: BookID, ifNoneMatch: Header<String>?) throws -> Book {
        throw Problem(.gone)
    }

    /// Adds a book.
    ///
    /// - Returns: the book, as it stands on the shelf
    /// - Throws: 409 when it is there already.
    @POST func create(reader: Reader, body: Book) throws -> Created<Book> { Created(body) }

    /// Replaces all.
    @PUT func replace(reader: Reader?, theme: Cookie<String>, body: Shelf) -> Shelf { body }

    /// Forgets a book.
    @DELETE("/:id") func remove(id: BookID, silent: Silent) {}

    /// A note on a book.
    @POST("/:id/notes", use: RequireSession())
    func note(id: BookID, body: Note?) -> Note? { body }
}

@Route struct InputsRoute {
    func GET(query: Filter) -> [Filter] { [query] }
    func POST(body: String) -> String { body }
    func PUT(body: [UInt8]) -> Int { body.count }
    func PATCH(body: Plain) -> Plain { body }
    func QUERY(body: Note) -> Note { body }
}

@Controller struct UploadController {
    @POST("/photo") func photo(body: Photo) -> Int { body.caption.count }
    @POST("/parts") func parts(body: Multipart) async -> Int { 0 }
}

@Controller struct ResultController {
    @GET("/html") func html() -> HTML { HTML("") }
    @GET("/redirect") func redirect() -> Redirect { .temporary("/") }
    @GET("/file") func file() async -> File { File("a.txt") }
    @GET("/events") func events() -> EventStream { EventStream { _ in } }
    @GET("/stream") func stream() -> AsyncStream<ByteBuffer> { AsyncStream { $0.finish() } }
    @GET("/text-stream") func textStream() -> AsyncStream<String> { AsyncStream { $0.finish() } }
    @GET("/response") func response() -> Response { Response(.ok) }
    @GET("/csv") func csv() -> CSV { CSV() }
    @GET("/json") func json() -> JSON { [:] }
    @GET("/map") func map() -> [String: Int] { [:] }
    @GET("/maybe") func maybe() -> Int? { 1 }
}
