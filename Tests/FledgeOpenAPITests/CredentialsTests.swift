// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import Testing

@testable import FledgeOpenAPI

@Suite struct `The credentials of an operation` {
    /// What a route says of who may ask, and the ways to do so in the document.
    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var required: @Sendable (inout RouteDescription) -> Void = { _ in }
        var optional: @Sendable (inout RouteDescription) -> Void = { _ in }
        var ways: [[String]]
    }

    private static let token = SecurityScheme.bearer()
    private static let session = SecurityScheme.cookie("session")
    private static let key = SecurityScheme.header("X-Key")

    static let cases = [
        Case(
            testDescription: "one", required: { $0.requires(token) }, ways: [["bearer"]]),
        Case(
            testDescription: "either of two", required: { $0.requires(token, or: session) },
            ways: [["bearer"], ["session"]]),
        Case(
            testDescription: "two at once",
            required: {
                $0.requires(token)
                $0.requires(key)
            }, ways: [["bearer", "X-Key"]]),
        Case(
            testDescription: "one, and either of two",
            required: {
                $0.requires(key)
                $0.requires(token, or: session)
            }, ways: [["X-Key", "bearer"], ["X-Key", "session"]]),
        Case(
            testDescription: "one of two that is required anyway",
            required: {
                $0.requires(session)
                $0.requires(token, or: session)
            }, ways: [["session"]]),
        Case(
            testDescription: "one that is optional", optional: { $0.requires(token) },
            ways: [["bearer"], []]),
        Case(
            testDescription: "either of two, or nothing",
            optional: { $0.requires(token, or: session) }, ways: [["bearer"], ["session"], []]),
        Case(
            testDescription: "one, and one that is optional", required: { $0.requires(key) },
            optional: { $0.requires(token) }, ways: [["X-Key", "bearer"], ["X-Key"]]),
        Case(
            testDescription: "one that is optional and required", required: { $0.requires(key) },
            optional: { $0.requires(key) }, ways: [["X-Key"]]),
    ]

    @Test(arguments: cases)
    func `are told as the ways to show them`(each: Case) {
        var (required, optional) = (RouteDescription(), RouteDescription())
        each.required(&required)
        each.optional(&optional)
        required.merge(optional.asOptional)
        var credentials = Credentials()
        let ways = credentials.requirement(required.security)?.elements.map {
            $0.members.map(\.name)
        }
        #expect(ways == each.ways)
        #expect(credentials.components.map(\.name) == Set(each.ways.joined()).sorted())
    }

    @Test func `are not told when nothing is asked for`() {
        var credentials = Credentials()
        #expect(credentials.requirement([]) == nil)
    }
}
