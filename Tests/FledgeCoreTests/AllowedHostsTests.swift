// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import Testing

@Suite struct `Allowed hosts` {
    struct Case: Sendable, CustomTestStringConvertible {
        var target = "/"
        let host: String?
        let status: Int
        var testDescription: String { "\(target) with Host \(host ?? "-")" }
    }

    @Test(arguments: [
        Case(host: "shop.example", status: 200),
        Case(host: "shop.example:8080", status: 200),
        Case(host: "Shop.Example", status: 200),
        Case(host: "[::1]:3000", status: 200),
        Case(host: "[::1]", status: 200),
        Case(host: "evil.example", status: 421),
        Case(host: "shop.example.evil.example", status: 421),
        Case(host: "www.shop.example", status: 421),
        Case(host: "shop.example.", status: 421),
        Case(host: "[::2]", status: 421),
        Case(host: nil, status: 421),
        Case(target: "/missing", host: "evil.example", status: 421),
        Case(target: "/missing", host: "shop.example", status: 404),
        // The authority of the target counts, whatever the field says.
        Case(target: "http://shop.example/", host: "evil.example", status: 200),
        Case(target: "http://evil.example/", host: "shop.example", status: 421),
        // Probes come by address.
        Case(target: "/health", host: "10.0.0.7:3000", status: 200),
    ]) func `are the only ones that are answered`(_ row: Case) async throws {
        let app = App(mode: .test)
        app.hosts = ["shop.example", "[::1]"]
        app.health()
        app.get("/") { _ in "ok" }
        var headers = Fields()
        headers["Host"] = row.host
        let answer = try await app.answer(.get, row.target, headers: headers)
        #expect(answer.status == row.status)
    }

    @Test func `are all unless told`() async throws {
        let app = App(mode: .test)
        app.get("/") { _ in "ok" }
        var headers = Fields()
        headers["Host"] = "any.example"
        #expect(try await app.answer(.get, "/", headers: headers).status == 200)
    }

    @Test(arguments: ["https://shop.example", "shop.example:443", "shop.example/", "", "a b"])
    func `that no request can have are mistakes`(_ name: String) {
        let app = App(mode: .test)
        app.hosts = [name]
        let error = #expect(throws: SetupError.self) { try app.build() }
        #expect(error?.mistakes.map(\.code) == ["FLEDGE_HOST"])
    }
}
