// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeHTTP
import HTTPTypes
import Testing

/// The short cuts of `Fields`: what is looked up without comparing, added in one piece, and compared
/// eight bytes at a time.
@Suite struct `Fields that are missing are added` {
    @Test func `all at once when no name has the length of another`() {
        var fields: Fields = [.contentType: "text/plain"]
        fields.addMissing([.cacheControl: "no-store", .vary: "Origin"])
        #expect(
            fields.description
                == "Content-Type: text/plain\nCache-Control: no-store\nVary: Origin")
        fields[.vary] = nil
        #expect(fields.map(\.name) == ["Content-Type", "Cache-Control"])
        #expect(fields[.cacheControl] == "no-store")
    }

    @Test func `one by one when it may be there, in any case`() {
        var fields = Fields()
        fields["VARY"] = "Accept"
        fields.addMissing([.vary: "Origin", .date: "never"])
        #expect(fields.map(\.value) == ["Accept", "never"])
    }

    @Test func `and what was refused stays refused`() {
        var defaults = Fields()
        defaults["X-A"] = "a\r\nX-B: b"
        var fields = Fields()
        fields.addMissing(defaults)
        #expect(fields.isEmpty)
        #expect(fields.firstRefused == "X-A")
    }

    /// Every pair of bytes that a name can have, at a place that is read in a word and at one that is not.
    @Test(arguments: ["aaa", "aaaaaaaaaaa"]) func `names differ by case alone`(_ rest: String) {
        let token = "!#$%&'*+-.^_`|~0123456789abcxyzABCXYZ@[".dropLast(2)
        for one in token {
            for other in token {
                var fields = Fields()
                fields[rest + String(one)] = "x"
                let isSame = one.lowercased() == other.lowercased()
                #expect((fields[rest + String(other)] != nil) == isSame, "\(one) \(other)")
            }
        }
    }
}
