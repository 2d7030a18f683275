// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

public import FledgeCore
import FledgeHTTP
import Logging
import NIOCore

/// Turns what you do by hand into tests: each exchange becomes a Swift file that sends the same request
/// and expects the same answer.
///
/// For development only: an app in production does not start with it.
///
///     if app.mode == .development {
///         app.use(RecordExchanges(
///             to: "Tests/ShopTests/Recorded", app: "recordedApp()", imports: ["@testable import Shop"],
///             volatile: ["id", "createdAt"]))
///     }
///
/// `curl -d '{"name":"Ada"}' …/users` then leaves `Tests/ShopTests/Recorded/POST-users-201.swift`, which
/// uses FledgeTesting: status, content type and, of JSON, the body are compared, as JSON. The file is
/// yours to edit. A line in it names the exchange, and while that line is there the exchange is not
/// recorded again; another one of the same method, path and status gets a number.
///
/// Each test starts with the app that your function makes, in the state that it has then. What only
/// holds after other requests needs that state there, or those requests in the test.
///
/// Secrets stay out of the files, as far as they can be told: `Authorization`, cookies and the like,
/// members and parameters with such names (`password`, `token`…), and values that look like keys. Each
/// becomes `masked`, and what is masked in an answer is not compared. A request that needs credentials
/// needs those of your tests in their place. Read a file before you commit it.
///
/// What is not recorded: bodies above the bound or of unknown length, bodies that are neither JSON, a
/// form nor text, and the routes of `App.health`.
public struct RecordExchanges: DevelopmentMiddleware {
    private let files: RecordedFiles
    private let options: Options
    private let path: String

    /// How the files are written.
    struct Options: Sendable {
        var app: String
        var imports: [String]
        var volatile: [String]
        var maximumBody: ByteCount
    }

    /// Creates the middleware.
    ///
    /// Put it first: it records what the client gets.
    ///
    /// - Parameters:
    ///   - folder: Where the files go, from the working directory or absolute; made when it is missing.
    ///   - app: The Swift expression that makes the app in the tests, with `try` and `await` where it
    ///     needs them.
    ///   - imports: Further lines of imports for the files.
    ///   - path: Only requests for this path and what is below it.
    ///   - volatile: What changes from run to run, and is not compared: names of members of JSON, or
    ///     JSON Pointers to one value.
    ///   - maximumBody: Exchanges with larger bodies are not recorded.
    public init(
        to folder: String, app: String, imports: [String] = [], below path: String = "/",
        volatile: [String] = [], maximumBody: ByteCount = .kibibytes(64)
    ) {
        files = RecordedFiles(folder: folder)
        self.path = path
        options = Options(
            app: app, imports: imports, volatile: volatile, maximumBody: maximumBody)
    }

    /// Lets the request through, and writes down what went in and out.
    ///
    /// Nothing that goes wrong with the recording touches the answer: the log tells it.
    public func handle(_ request: Request, next: Next) async throws -> Response {
        guard isWanted(request), let body = await readBody(of: request) else {
            return await next(request)
        }
        var whole = request
        whole.body = Body(body)
        var response = await next(whole)
        guard let count = response.body.count, count <= options.maximumBody.bytes,
            let answer = try? await response.body.collect()
        else { return response }
        response.body = Body(answer)
        if let exchange = RecordedExchange(whole, body, response, answer) {
            await record(exchange, request)
        }
        return response
    }

    private func isWanted(_ request: Request) -> Bool {
        guard request.route?.isProbe != true else { return false }
        let below = path.hasSuffix("/") ? path : path + "/"
        return request.path == path || request.path.hasPrefix(below)
    }

    /// All of the body, if it may be held; else it stays where it is, for the handler.
    private func readBody(of request: Request) async -> ByteBuffer? {
        guard let count = request.body.count, count <= options.maximumBody.bytes else { return nil }
        return try? await request.body.collect()
    }

    private func record(_ exchange: RecordedExchange, _ request: Request) async {
        let test = RecordedTest(exchange: exchange, options: options)
        do {
            let file = try await Blocking.run { try files.write(test) }
            if let file { request.logger.info("Recorded \(file)") }
        } catch {
            request.logger.warning("The exchange was not recorded: \(error)")
        }
    }
}
