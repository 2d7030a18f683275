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

@Schema private enum Event: Equatable {
    case renamed(Bare)
    case sized(length: Sized)
}

@Schema private struct Sized: Equatable {
    @Field(.range(1...9)) var size: Int

    func validate(into violations: inout Violations) {
        if size == 7 { violations.add("size", code: "odd", "must not be 7") }
    }
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

    /// A row of a database is no request: it was checked on its way in, by the rules of that day.
    @Test func `other coders look at the rules of neither a struct nor an enum`() throws {
        func read<T: SchemaType>(_ type: T.Type, _ text: String) throws -> T {
            try JSONDecoder().decode(type, from: Data(text.utf8))
        }
        #expect(try read(Bare.self, #"{"user_id":7,"name":""}"#) == Bare(id: 7, name: ""))
        #expect(try read(Sized.self, #"{"size":70}"#) == Sized(size: 70))
        #expect(try read(Sized.self, #"{"size":7}"#) == Sized(size: 7))
        let renamed = try read(Event.self, #"{"type":"renamed","user_id":7,"name":""}"#)
        #expect(renamed == .renamed(Bare(id: 7, name: "")))
        for size in [7, 70] {
            let sized = try read(Event.self, #"{"type":"sized","length":{"size":\#(size)}}"#)
            #expect(sized == .sized(length: Sized(size: size)))
        }
        // Types and names are no rules.
        for text in [#"{"type":"sized","length":{}}"#, #"{"type":"other"}"#] {
            #expect(throws: DecodingError.self) { try read(Event.self, text) }
        }
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
