// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge
import NIOCore
import Testing

/// What a test looks at in an answer.
struct Answer: Equatable, CustomStringConvertible {
    var status: Int
    var body: String

    var description: String { "\(status) \(body)" }
}

/// Header fields by names that have no constant.
func fields(_ pairs: (String, String)...) -> Fields {
    var fields = Fields()
    for (name, value) in pairs { fields[name] = value }
    return fields
}

/// A controller under a path, called in the process.
struct Calls {
    private let app: BuiltApp

    init(_ controller: some Controller, at path: String = "") throws {
        let app = App(mode: .test)
        app.use(path, controller)
        self.app = try app.build()
    }

    func response(
        _ method: Fledge.Method, _ target: String, headers: Fields = [:], _ body: Body = .empty
    ) async throws -> Response {
        await app.respond(to: try Request(method, target, headers: headers, body: body))
    }

    func callAsFunction(
        _ method: Fledge.Method, _ target: String, headers: Fields = [:], _ body: Body = .empty
    ) async throws -> Answer {
        let response = try await response(method, target, headers: headers, body)
        return Answer(
            status: response.status.code, body: String(buffer: try await response.body.collect()))
    }

    /// With a body of JSON.
    func json(_ method: Fledge.Method, _ target: String, _ body: Body) async throws -> Answer {
        try await self(method, target, headers: [.contentType: "application/json"], body)
    }

    var routes: [RouteInfo] { app.routes }
}
