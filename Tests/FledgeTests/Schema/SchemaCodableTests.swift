// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeSchema
import Foundation
import Testing

@Schema private struct Stored: Equatable {
    @Field(name: "user_id") var id: UUID
    var note: String?
    var count = 3
    let version = 2
    @Field(.length(1...)) var tags: String = "none"
}

@Schema private struct Bare: Equatable {
    @Field(name: "user_id") var id: Int
    @Field(.length(2...)) var name: String = "none"
}

@Schema private enum Kind: String { case a, b }

@Suite struct SchemaCodableTests {
    @Test func `other coders see the same names`() throws {
        let data = Data(#"{"user_id":7,"name":"ab"}"#.utf8)
        let value = try JSONDecoder().decode(Bare.self, from: data)
        #expect(value == Bare(id: 7, name: "ab"))
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        #expect(
            String(decoding: try encoder.encode(value), as: UTF8.self)
                == #"{"name":"ab","user_id":7}"#)
        #expect(try JSONDecoder().decode([Kind].self, from: Data(#"["b"]"#.utf8)) == [.b])
    }

    @Test func `a property that has a default may be missing, and types are the coder's`() throws {
        let id = UUID()
        let value = Stored(id: id, note: nil, count: 4)
        let list = try PropertyListEncoder().encode(value)
        #expect(try PropertyListDecoder().decode(Stored.self, from: list) == value)
        let short = Data(#"{"user_id":"\#(id)"}"#.utf8)
        #expect(try JSONDecoder().decode(Stored.self, from: short) == Stored(id: id, note: nil))
    }
}
