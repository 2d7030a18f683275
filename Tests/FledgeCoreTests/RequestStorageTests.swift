// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Testing

@testable import FledgeCore

private final class Token: Sendable {}
private enum TokenKey: RequestKey { typealias Value = Token }
private enum CountKey: RequestKey { typealias Value = Int }
private enum MaybeKey: RequestKey { typealias Value = Int? }

@Suite struct RequestStorageTests {
    @Test func `values are stored by type and removed by nil`() throws {
        var request = try Request("/")
        #expect(request[CountKey.self] == nil)
        request[CountKey.self] = 1
        let copy = request
        request[CountKey.self] = 2
        #expect(copy[CountKey.self] == 1)
        #expect(request[CountKey.self] == 2)
        request[CountKey.self] = nil
        #expect(request[CountKey.self] == nil)
        request[MaybeKey.self] = .some(nil)
        #expect(request[MaybeKey.self] == .some(.none))
    }

    @Test func `a request and its app are freed`() async throws {
        weak var token: Token?
        weak var built: BuiltApp?
        weak var route: CompiledRoute?
        do {
            let app = App(mode: .test)
            app.get("/") { request in request[TokenKey.self] == nil ? "no" : "yes" }
            let local = try app.build()
            built = local
            var request = try Request("/")
            let mine = Token()
            token = mine
            request[TokenKey.self] = mine
            let plan = local.plan(for: &request)
            route = plan.route
            let answer = try await Answer(plan.respond(to: request))
            #expect(answer.text == "yes")
        }
        #expect(token == nil)
        #expect(built == nil)
        #expect(route == nil)
    }

    @Test func `an error answer keeps nothing alive after it`() async throws {
        weak var token: Token?
        do {
            let app = App(mode: .test, logger: LogRecorder().logger)
            app.get("/") { _ in
                try failing(CancellationError())
            }
            var request = try Request("/")
            let mine = Token()
            token = mine
            request[TokenKey.self] = mine
            let response = try await app.build().respond(to: request)
            #expect(response.error is CancellationError)
        }
        #expect(token == nil)
    }
}
