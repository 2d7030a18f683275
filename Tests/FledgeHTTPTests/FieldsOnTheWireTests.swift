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

    @Test func `beyond the room that there is at first`() {
        var fields = Fields()
        for number in 0..<100 {
            fields["X-\(number)"] = String(repeating: "\(number % 10)", count: number)
        }
        #expect(fields.count == 100)
        for number in 0..<100 {
            #expect(fields["x-\(number)"]?.utf8.count == number)
        }
    }

    @Test func `under a name of our own, and replace what is there`() {
        var fields: Fields = [.contentType: "text/plain", .accept: "a", .accept: "b"]
        fields.set("X-Request-ID", "1")
        fields.set("accept", "c")
        fields.set("X-Bad", "a\nb")
        #expect(fields["x-request-id"] == "1")
        #expect(fields.values(.accept) == ["c"])
        #expect(fields["X-Bad"] == nil)
        #expect(fields.firstRefused == "X-Bad")
    }

    @Test func `a field is the only one of its name, whatever the case`() {
        var fields: Fields = [.contentType: "application/json"]
        #expect(fields.hasOnly("content-type", "APPLICATION/json"))
        #expect(!fields.hasOnly("content-type", "application/jso"))
        #expect(!fields.hasOnly("content-typ", "application/json"))
        fields.append("application/json", for: .contentType)
        #expect(!fields.hasOnly("content-type", "application/json"))
        #expect(fields.has("Content-type"))
        #expect(!fields.has("Content-Encoding"))
        #expect(!Fields().has("Content-Type"))
    }

    static let prefixes: [(String, Bool)] = [
        ("text/plain", true), ("TEXT/Plain; charset=utf-8", true), ("application/json", true),
        ("text/html", false), ("text", false), ("", false),
    ]

    @Test(arguments: prefixes)
    func `are told by how their value begins`(_ value: String, _ isOne: Bool) {
        let fields: Fields = [.accept: "text/plain", .contentType: value]
        let found = fields.value("content-type", hasPrefix: "application/json", or: "text/plain")
        #expect(found == isOne)
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
