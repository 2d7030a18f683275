// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import HTTPTypes
import Testing

@testable import FledgeHTTP

@Suite struct RequestTests {
    @Test func `a changed copy leaves the original alone`() throws {
        var request = try Request(.post, "/a", headers: [.accept: "a"], body: "x")
        let original = request
        request.headers[.accept] = "b"
        request.body = "y"
        request.id = "id"
        #expect(original.headers[.accept] == "a")
        #expect(original.body.count == 1)
        #expect(original.id != "id")
        #expect(request.path == original.path)
        #expect(request.method == .post)
    }

    @Test func `a request that is not shared is changed in place`() throws {
        var request = try Request("/a")
        let storage = ObjectIdentifier(request.storage)
        request.headers[.accept] = "b"
        #expect(ObjectIdentifier(request.storage) == storage)
    }

    @Test func `ids are short, and no two are alike`() throws {
        let ids = try (0..<1_000).map { _ in try Request("/").id }
        #expect(Set(ids).count == 1_000)
        #expect(ids.allSatisfy { $0.utf8.count == 15 })
    }

    @Test func `an id stays the same in every copy`() throws {
        let request = try Request("/")
        var copy = request
        copy.headers[.accept] = "a"
        #expect(copy.id == request.id)
    }
}
