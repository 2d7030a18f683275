// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

public import FledgeCore
import FledgeHTTP
import FledgeRouting

extension App {
    /// Serves what the app can do, as OpenAPI 3.1: `/openapi.json` and `/openapi.yaml`, and `/docs`, a page to
    /// read it on and to try it.
    ///
    ///     app.openAPI("Shop", version: "1.4.0")
    ///
    /// The document has all routes of the app, wherever they are registered, but those of `health`, its own
    /// and those behind ``Undocumented``. It is made when it is first asked for, and has an `ETag`.
    ///
    /// - Parameters:
    ///   - title: The name of the API.
    ///   - version: The version of the API.
    ///   - details: What it is for, as Markdown.
    ///   - servers: Where it runs, when that is not where the document is read.
    ///   - path: What stands before `/openapi.json`; nothing unless told.
    ///   - inProduction: Whether it is served in production too. Who can read it knows every route, so it is off
    ///     there until somebody has decided that.
    ///   - fileID: Where this is written; leave it out.
    ///   - line: Where this is written; leave it out.
    public func openAPI(
        _ title: String,
        version: String = "1.0.0",
        details: String? = nil,
        servers: [String] = [],
        at path: String = "",
        inProduction: Bool = false,
        fileID: String = #fileID,
        line: Int = #line
    ) {
        openAPI(
            OpenAPIInfo(title, version: version, details: details, servers: servers),
            at: path, inProduction: inProduction, fileID: fileID, line: line)
    }

    /// As above, with all that can be said about the API as a whole.
    ///
    /// - Parameters:
    ///   - info: What the document says about the whole.
    ///   - path: What stands before `/openapi.json`; nothing unless told.
    ///   - inProduction: Whether it is served in production too.
    ///   - fileID: Where this is written; leave it out.
    ///   - line: Where this is written; leave it out.
    public func openAPI(
        _ info: OpenAPIInfo,
        at path: String = "",
        inProduction: Bool = false,
        fileID: String = #fileID,
        line: Int = #line
    ) {
        apiInfo = info
        guard mode != .production || inProduction else { return }
        let served = ServedDocument(info)
        let page = DocsPage(title: info.title, documentPath: "\(path)/openapi.json")
        serve("\(path)/docs", .sync { page.answer(to: $0) }, fileID, line)
        serve("\(path)/openapi.json", .async { await served.answer(to: $0, \.json) }, fileID, line)
        serve("\(path)/openapi.yaml", .async { await served.answer(to: $0, \.yaml) }, fileID, line)
    }

    private func serve(_ path: String, _ endpoint: Endpoint, _ fileID: String, _ line: Int) {
        addStandIn(
            path, use: Undocumented(), at: CodeLocation(fileID: fileID, line: line), endpoint)
    }

    /// What the app can do, as OpenAPI 3.1, without a server.
    ///
    ///     let document = try makeApp(services: fake).openAPIDocument()
    ///     #expect(OpenAPIDocument.breakingChanges(from: released, to: document.json) == [])
    ///
    /// - Parameter info: What the document says about the whole; what ``openAPI(_:at:inProduction:fileID:line:)``
    ///   was told unless given.
    /// - Returns: The document.
    /// - Throws: `SetupError` when the app cannot be built.
    public func openAPIDocument(_ info: OpenAPIInfo? = nil) throws(SetupError) -> OpenAPIDocument {
        let info = info ?? apiInfo as? OpenAPIInfo ?? OpenAPIInfo("API")
        return OpenAPIDocument(of: try build(), info)
    }
}

extension OpenAPIInfo: APIDocumenting {
    package func document(of app: BuiltApp, asYAML: Bool) -> String {
        let document = OpenAPIDocument(of: app, self)
        return asYAML ? document.yaml : document.text
    }
}

/// Leaves routes out of the document of the API.
///
///     app.get("/internal/cache", use: Undocumented()) { … }
///     app.group("/internal") { $0.use(Undocumented()); … }
///
/// They answer as before: this hides them from readers, and protects nothing.
public struct Undocumented: SyncMiddleware {
    /// Hides what is inside.
    public init() {}

    /// Lets every request pass.
    public func before(_ request: inout Request) -> Response? { nil }

    /// Leaves the route out.
    public func describe(_ route: inout RouteDescription) { route.hides() }
}
