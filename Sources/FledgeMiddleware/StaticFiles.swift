// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

public import FledgeCore

/// Sends the files of a folder, for requests that no route answers.
///
///     app.use(StaticFiles("public"))                     // public/logo.png at /logo.png
///     app.use(StaticFiles("dist", at: "/assets"))        // dist/app.js at /assets/app.js
///     app.use(StaticFiles("dist", fallback: "index.html"))   // a single-page front end
///
/// Routes win over files, and requests for routes do not touch the disk: a file is looked for only
/// when the router has found nothing, and only for GET and HEAD. What is not there goes on to the
/// usual 404. Put it on the app, not in a group: where no route matches, only the middleware of the
/// app runs.
///
/// What is sent:
///
/// - `Content-Type` by the extension, `application/octet-stream` for unknown ones.
/// - A weak `ETag` and `Last-Modified`, and 304 or 412 as the request's conditions decide. Times of
///   1980 and before are placeholders of reproducible builds: such files carry no validators.
/// - `Accept-Ranges`, and 206 or 416 to a `Range`; several ranges get the whole file.
/// - `name.br` or `name.gz` beside a file of text, to clients that accept it, unless it is older
///   than the file.
/// - `index.html` for a folder, whose path without the slash is redirected. Folders are never listed.
///
/// What is never sent: anything that starts with a dot, except below `/.well-known` (RFC 8615), and
/// anything outside the folder. A path is decoded once; `..`, `\`, control characters and empty
/// segments are refused; and after a file was opened, the system is asked where the open file really
/// is, so that neither a symbolic link nor a rename in the meantime leads out. Links that stay inside
/// work. Two ways remain, and only someone who can write to your disk has them: hard links and
/// mounts inside the folder.
///
/// Files are opened and read off the event loop; small ones (64 KiB) in one go.
public struct StaticFiles: FallbackMiddleware {
    private let folder: StaticFolder?
    private let prefix: [String]
    private let options: StaticOptions
    private let fallback: [String]?

    /// What is wrong with the folder or the prefix.
    public let setupProblems: [String]

    /// Creates the middleware.
    ///
    /// - Parameters:
    ///   - folder: The folder, relative to the working directory or absolute. It is looked up once,
    ///     here.
    ///   - prefix: The path below which the files appear.
    ///   - index: What stands for a folder; nil for nothing.
    ///   - cacheControl: The value of `Cache-Control`. The default lets caches keep a file and ask
    ///     each time whether it has changed. For names with a hash in them:
    ///     `public, max-age=31536000, immutable`.
    ///   - precompressed: Whether to look for `.br` and `.gz` beside files of text.
    ///   - fallback: A file that answers navigation to any other path, such as the page of a
    ///     single-page front end: GET by a browser that asks for HTML, for a name without extension.
    ///   - required: Whether the app refuses to start without the folder; else there are no files.
    public init(
        _ folder: String,
        at prefix: String = "/",
        index: String? = "index.html",
        cacheControl: String = "public, max-age=0",
        precompressed: Bool = true,
        fallback: String? = nil,
        required: Bool = true
    ) {
        var problems: [String] = []
        do throws(StaticFolder.SetupError) {
            self.folder = try StaticFolder(folder)
        } catch {
            self.folder = nil
            if required { problems.append(error.message) }
        }
        let prefixPath = StaticPath(prefix)
        if prefixPath == nil {
            problems.append("'\(prefix)' is not a path to mount at. Write it as '/assets'.")
        }
        let fallbackPath = fallback.map { StaticPath("/" + $0) }
        if case .some(.none) = fallbackPath {
            problems.append("the fallback '\(fallback ?? "")' is not a file name in the folder.")
        }
        self.prefix = prefixPath?.segments ?? []
        self.fallback = fallbackPath??.segments
        options = StaticOptions(
            index: index, cacheControl: cacheControl, precompressed: precompressed)
        setupProblems = problems
    }

    /// Sends the file, or goes on.
    ///
    /// - Throws: ``/FledgeCore/Problem`` with 412 or 416; an error when the system could not open a
    ///   file that is there, which is a 500.
    public func handle(_ request: Request, next: Next) async throws -> Response {
        guard request.matchedRoute == nil, request.method == .get || request.method == .head,
            let folder, let path = StaticPath(request.path)?.below(prefix)
        else { return await next(request) }
        let finder = StaticFinder(
            folder: folder, options: options,
            encodings: AcceptEncoding(request.headers[.acceptEncoding]))
        let found = try await Blocking.run { try response(to: request, path, finder) }
        if let found { return found }
        return await next(request)
    }

    /// The file or a redirect to it; nil when there is none.
    ///
    /// Blocks as long as the disk does.
    private func response(
        to request: Request, _ path: StaticPath, _ finder: StaticFinder
    ) throws -> Response? {
        switch try finder.find(path) {
        case .file(let file): return try answer(file, request)
        case .folderWithoutSlash: return redirect(request)
        case .nothing: break
        }
        guard let fallback, isNavigation(request, path),
            case .file(let page) = try finder.find(StaticPath(segments: fallback, isFolder: false))
        else { return nil }
        return try answer(page, request)
    }

    private func answer(_ file: StaticFile, _ request: Request) throws -> Response {
        var response = try StaticAnswer(file: file, cacheControl: options.cacheControl)
            .response(to: request)
        if case .file(let part) = response.body.storage, request.method != .head {
            response.body = try part.loadedIfSmall()
        }
        return response
    }

    /// Relative links of the index page would otherwise lead to the folder above.
    ///
    /// Not an open redirect: the path has passed `StaticPath`, so it does not start with `//`.
    private func redirect(_ request: Request) -> Response {
        let query = request.target.pathAndQuery.utf8.dropFirst(request.path.utf8.count)
        let location = request.path + "/" + String(Substring(query))
        return Redirect.permanent(location).response(for: request)
    }

    /// A program that asks for `*/*` must get its 404.
    private func isNavigation(_ request: Request, _ path: StaticPath) -> Bool {
        let isFile = path.segments.last?.contains(".") ?? false
        return !isFile && Accept(request.headers[.accept]).best(of: [.json, .html]) == .html
    }
}

/// What the parts of ``StaticFiles`` share.
struct StaticOptions: Sendable {
    let index: String?
    let cacheControl: String
    let precompressed: Bool
}
