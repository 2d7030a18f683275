// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeSchema
import Foundation
import Testing

/// A type with its document, as text.
struct DescriptionRow: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let actual: String
    let expected: String

    init<T: SchemaType>(_ type: T.Type, _ expected: String) {
        self.init(type, .input, expected)
    }

    init<T: SchemaType>(_ type: T.Type, _ mode: SchemaRegistry.Mode, _ expected: String) {
        testDescription = "\(type) as \(mode)"
        let start = #"{"$schema":"https://json-schema.org/draft/2020-12/schema","#
        let text = SchemaRegistry.document(for: type, mode: mode).json.text
        actual = text.hasPrefix(start) ? "{" + text.dropFirst(start.count) : text
        self.expected = expected
    }
}

/// Somebody.
///
/// This is not told.
@Schema private struct Person {
    /// Shown on invoices.
    @Field(.length(1...80), example: "Ada") var name: String
    @Field(.range(18...150)) var age: Int?
    @Field(.items(...3), .unique, .each(.pattern("^a"))) var tags: [String] = []
    var level: Rank = .low
    var home: Place?
    var made: Date = .now
    let kind = "person"
    let token: UUID = UUID()
}

/// How much.
@Schema private enum Rank: Int {
    /// Not much.
    case low = 1
    case high
}

@Schema(unknownKeys: .reject, name: "Somewhere") private struct Place {
    @Field(.range(-90..<90)) var latitude: Double
    var neighbours: [Place] = []
    var note: Patch<String>
}

@Schema private enum Shape {
    /// Round.
    case circle(Circle)
    case box(width: Int, height: Int = 1)
    case nothing
}

@Schema private struct Circle { var radius: Double }

@Schema private struct Choice {
    @Field(.oneOf(1, 2)) var number: Int?
    @Field(.pattern("^a"), .pattern("b"), .pattern("c$")) var text: String
}

@Schema(unknownKeys: .reject) private struct Closed { var a: Int }

@Schema private enum Purse { case closed(Closed) }

private enum Other {
    @Schema struct Circle { var size: Int8 }
    @Schema struct Both { var one: Other.Circle, two: [Pair<Other.Circle, Rank>] }
    @Schema struct Pair<A: SchemaType, B: SchemaType> { var a: A, b: B? }
}

@Suite struct SchemaDescriptionTests {
    @Test(arguments: [
        DescriptionRow(
            Person.self,
            ##"{"$ref":"#/$defs/Person","$defs":{"Person":{"type":"object","description":"Somebody.","properties":{"name":{"type":"string","minLength":1,"maxLength":80,"description":"Shown on invoices.","examples":["Ada"]},"age":{"type":["integer","null"],"format":"int64","minimum":18,"maximum":150},"tags":{"type":"array","items":{"type":"string","pattern":"^a"},"maxItems":3,"uniqueItems":true,"default":[]},"level":{"$ref":"#/$defs/Rank","default":1},"home":{"anyOf":[{"$ref":"#/$defs/Somewhere"},{"type":"null"}]},"made":{"type":"string","format":"date-time"}},"required":["name"]},"Rank":{"type":"integer","description":"How much.\n\n- `1`: Not much.","enum":[1,2]},"Somewhere":{"type":"object","properties":{"latitude":{"type":"number","format":"double","minimum":-90.0,"exclusiveMaximum":90.0},"neighbours":{"type":"array","items":{"$ref":"#/$defs/Somewhere"},"default":[]},"note":{"type":["string","null"]}},"required":["latitude"],"additionalProperties":false}}}"##
        ),
        DescriptionRow(
            Person.self, .output,
            ##"{"$ref":"#/$defs/Person","$defs":{"Person":{"type":"object","description":"Somebody.","properties":{"name":{"type":"string","minLength":1,"maxLength":80,"description":"Shown on invoices.","examples":["Ada"]},"age":{"type":"integer","format":"int64","minimum":18,"maximum":150},"tags":{"type":"array","items":{"type":"string","pattern":"^a"},"maxItems":3,"uniqueItems":true},"level":{"$ref":"#/$defs/Rank"},"home":{"$ref":"#/$defs/Somewhere"},"made":{"type":"string","format":"date-time"},"kind":{"const":"person"},"token":{"type":"string","format":"uuid"}},"required":["name","tags","level","made","kind","token"]},"Rank":{"type":"integer","description":"How much.\n\n- `1`: Not much.","enum":[1,2]},"Somewhere":{"type":"object","properties":{"latitude":{"type":"number","format":"double","minimum":-90.0,"exclusiveMaximum":90.0},"neighbours":{"type":"array","items":{"$ref":"#/$defs/Somewhere"}},"note":{"type":["string","null"]}},"required":["latitude","neighbours"],"additionalProperties":false}}}"##
        ),
        DescriptionRow(
            [Shape].self,
            ##"{"type":"array","items":{"$ref":"#/$defs/Shape"},"$defs":{"Shape":{"type":"object","oneOf":[{"type":"object","properties":{"type":{"const":"circle"},"radius":{"type":"number","format":"double"}},"required":["type","radius"],"description":"Round."},{"type":"object","properties":{"type":{"const":"box"},"width":{"type":"integer","format":"int64"},"height":{"type":"integer","format":"int64","default":1}},"required":["type","width"]},{"type":"object","properties":{"type":{"const":"nothing"}},"required":["type"]}],"discriminator":{"propertyName":"type"}}}}"##
        ),
        DescriptionRow(
            Other.Pair<Circle, Other.Circle>.self,
            ##"{"$ref":"#/$defs/OtherPairOfCircleAndOtherCircle","$defs":{"OtherPairOfCircleAndOtherCircle":{"type":"object","properties":{"a":{"$ref":"#/$defs/Circle"},"b":{"anyOf":[{"$ref":"#/$defs/OtherCircle"},{"type":"null"}]}},"required":["a"]},"Circle":{"type":"object","properties":{"radius":{"type":"number","format":"double"}},"required":["radius"]},"OtherCircle":{"type":"object","properties":{"size":{"type":"integer","minimum":-128,"maximum":127}},"required":["size"]}}}"##
        ),
        DescriptionRow(
            Purse.self,
            ##"{"$ref":"#/$defs/Purse","$defs":{"Purse":{"type":"object","oneOf":[{"type":"object","properties":{"type":{"const":"closed"},"a":{"type":"integer","format":"int64"}},"required":["type","a"],"additionalProperties":false}],"discriminator":{"propertyName":"type"}}}}"##
        ),
        DescriptionRow(
            Choice.self,
            ##"{"$ref":"#/$defs/Choice","$defs":{"Choice":{"type":"object","properties":{"number":{"type":["integer","null"],"format":"int64","enum":[1,2,null]},"text":{"type":"string","pattern":"^a","allOf":[{"pattern":"b"},{"pattern":"c$"}]}},"required":["text"]}}}"##
        ),
        DescriptionRow(
            Choice.self, .output,
            ##"{"$ref":"#/$defs/Choice","$defs":{"Choice":{"type":"object","properties":{"number":{"type":"integer","format":"int64","enum":[1,2]},"text":{"type":"string","pattern":"^a","allOf":[{"pattern":"b"},{"pattern":"c$"}]}},"required":["text"]}}}"##
        ),
        DescriptionRow(
            [String: Bool].self, #"{"type":"object","additionalProperties":{"type":"boolean"}}"#),
        DescriptionRow(
            JSON?.self, #"{"$schema":"https://json-schema.org/draft/2020-12/schema"}"#),
    ])
    func `a type describes itself with everything it refers to`(_ row: DescriptionRow) {
        #expect(row.actual == row.expected)
    }

    @Test func `one name for two types: the second is told apart`() {
        struct Local: SchemaType {
            init(json reader: inout JSONReader) throws(JSONError) { throw .invalid }
            func write(to writer: inout JSONWriter) {}
            static func describe(in registry: inout SchemaRegistry) -> JSONSchema {
                registry.define(Self.self, name: "Circle") { _ in JSONSchema(["type": "null"]) }
            }
        }
        var registry = SchemaRegistry(mode: .input, references: "#/components/schemas/")
        let first = Circle.describe(in: &registry)
        let second = Local.describe(in: &registry)
        #expect(first.reference == "#/components/schemas/Circle")
        #expect(second.reference != first.reference)
        #expect(registry.definitions.count == 2)
        #expect(Circle.describe(in: &registry) == first)
        #expect(Local.describe(in: &registry) == second)
        #expect(registry.definitions.count == 2)
    }
}
