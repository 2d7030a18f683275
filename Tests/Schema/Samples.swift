// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeSchema
import Foundation

/// Prints the schemas of types, and which documents their readers take, for `scripts/test-schemas`.
@main enum Samples {
    static func main() {
        for sample in all { print(sample.text) }
    }

    private static let all: [JSON] = [
        sample(User.self, user),
        sample(Place.self, place),
        sample(Numbers.self, numbers),
        sample(Payment.self, payment),
        sample(Page<Tree>.self, tree),
        sample(Change.self, change),
        sample(
            [Status?].self,
            [#"["open",null]"#, "[]", #"["open","shut","closed"]"#, "[1]", "{}", "null"]),
        sample(Level.self, ["1", "2", "3", #""1""#, "1.0", "1.5"]),
        sample(
            [String: [Bool]].self, ["{}", #"{"a":[true]}"#, #"{"a":true}"#, #"{"a":[null]}"#, "[]"]),
        sample(Set<Int8>.self, ["[1,2]", "[1,1]", "[127,-128]", "[128]", "[-129]", "[1.0]", "{}"]),
        sample(JSON.self, ["null", "1", #"{"a":[{}]}"#]),
    ]

    private static let user = [
        #"{"name":"Ada"}"#, #"{"name":""}"#, #"{"name":"éé"}"#, #"{"name":"😀😀😀"}"#, "{}",
        #"{"name":"Ada","age":17}"#, #"{"name":"Ada","age":18}"#, #"{"name":"Ada","age":null}"#,
        #"{"name":"Ada","age":18.0}"#, #"{"name":"Ada","age":18.5}"#, #"{"name":"Ada","age":"18"}"#,
        #"{"name":"Ada","tags":["a","b"]}"#, #"{"name":"Ada","tags":["a","a"]}"#,
        #"{"name":"Ada","tags":["a","b","c","d"]}"#, #"{"name":"Ada","tags":["toolong"]}"#,
        #"{"name":"Ada","tags":null}"#, #"{"name":"Ada","code":"AB-1"}"#,
        #"{"name":"Ada","code":"AB-"}"#, #"{"name":"Ada","code":"xAB-1"}"#,
        #"{"name":"Ada","language":"en"}"#, #"{"name":"Ada","language":"xx"}"#,
        #"{"name":"Ada","language":null}"#, #"{"name":"Ada","more":1}"#, "[]", "null",
    ]

    private static let place = [
        #"{"latitude":0}"#, #"{"latitude":90}"#, #"{"latitude":-90}"#, #"{"latitude":89.99}"#,
        #"{"latitude":0,"extra":1}"#, #"{"latitude":"0"}"#, #"{"latitude":true}"#,
        #"{"latitude":null}"#, #"{"id":"123e4567-e89b-12d3-a456-426614174000","latitude":0}"#,
        #"{"id":"123e4567","latitude":0}"#,
    ]

    private static let numbers = [
        #"{"tiny":-128,"byte":255}"#, #"{"tiny":-129,"byte":255}"#, #"{"tiny":0,"byte":256}"#,
        #"{"tiny":0,"byte":-1}"#, #"{"tiny":0,"byte":0,"step":15}"#,
        #"{"tiny":0,"byte":0,"step":16}"#,
        #"{"tiny":0,"byte":0,"big":18446744073709551615}"#,
        #"{"tiny":0,"byte":0,"big":18446744073709551616}"#, #"{"tiny":0,"byte":0,"big":-1}"#,
        #"{"tiny":0,"byte":0,"choice":3}"#, #"{"tiny":0,"byte":0,"choice":2}"#,
    ]

    private static let payment = [
        #"{"method":"card","number":"1234"}"#, #"{"number":"1234","method":"card"}"#,
        #"{"method":"card","number":"12345"}"#, #"{"method":"card"}"#, #"{"number":"1234"}"#,
        #"{"method":"transfer","iban":"X"}"#, #"{"method":"transfer","iban":"X","bic":null}"#,
        #"{"method":"transfer","iban":"X","bic":1}"#, #"{"method":"in_cash"}"#,
        #"{"method":"in_cash","number":"1"}"#, #"{"method":"cheque"}"#, #"{"method":null}"#, "{}",
        #""card""#,
    ]

    private static let tree = [
        #"{"items":[]}"#, #"{"items":[{"name":"a"}]}"#,
        #"{"items":[{"name":"a","children":[{}]}]}"#,
        #"{"items":[{"name":"a","children":[{"name":"b","parent":null}]}]}"#,
        #"{"items":[{"name":"a","parent":{"name":"b"}}],"next":1}"#,
        #"{"items":[{"name":"a","parent":{"name":1}}]}"#, #"{"items":[{},{},{}]}"#, #"{"next":1}"#,
    ]

    private static let change = [
        "{}", #"{"nickname":null}"#, #"{"nickname":""}"#, #"{"nickname":"a"}"#, #"{"nickname":1}"#,
        #"{"count":null}"#,
    ]

    private static func sample<T: SchemaType>(_ type: T.Type, _ documents: [String]) -> JSON {
        [
            "type": .string("\(type)"),
            "input": SchemaRegistry.document(for: type).json,
            "output": SchemaRegistry.document(for: type, mode: .output).json,
            "documents": .array(documents.map { verdict(type, $0) }),
        ]
    }

    /// The document, whether it is taken, and what it is written as.
    private static func verdict<T: SchemaType>(_ type: T.Type, _ text: String) -> JSON {
        do {
            let value = try JSONReader.decode(type, from: text)
            return ["text": .string(text), "taken": true, "written": JSON(written: value)]
        } catch {
            return ["text": .string(text), "taken": false]
        }
    }
}

@Schema private struct User {
    @Field(.length(1...3)) var name: String
    @Field(.range(18...150)) var age: Int?
    @Field(.items(...3), .unique, .each(.length(...5))) var tags: [String] = []
    @Field(.pattern(#"^[A-Z]{2}-\d+$"#)) var code: String = "AA-0"
    @Field(.oneOf("de", "en")) var language: String?
    let kind = "user"
}

@Schema(unknownKeys: .reject) private struct Place {
    var id: UUID?
    @Field(.range(-90..<90)) var latitude: Double
}

@Schema private struct Numbers {
    var tiny: Int8
    var byte: UInt8
    var big: UInt64?
    @Field(.multipleOf(5)) var step: Int?
    @Field(.oneOf(1, 3)) var choice: Int?
}

@Schema private enum Status: String {
    case open
    case closed = "shut"
}

@Schema private enum Level: Int { case low = 1, high }

@Schema private struct Card { @Field(.pattern("^[0-9]{4}$")) var number: String }

@Schema(discriminator: "method") private enum Payment {
    case card(Card)
    case transfer(iban: String, bic: String?)
    @Field(name: "in_cash") case cash
}

@Schema private struct Tree {
    var name: String
    var children: [Tree] = []
    var parent: Boxed<Tree>?
}

@Schema private struct Page<Item: SchemaType> {
    @Field(.items(...2)) var items: [Item]
    var next: Int?
}

@Schema private struct Change {
    @Field(.length(1...)) var nickname: Patch<String>
    var count: Patch<Int>
}
