// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge
import FledgeSchema
import Testing

@testable import FledgeOpenAPI

@Suite struct `Breaking changes of schemas` {
    private static let changes:
        [(name: String, old: JSON, new: JSON, body: [String], answer: [String])] = [
            ("nothing", ["type": "string"], ["type": "string"], [], []),
            (
                "another type", ["type": "string"], ["type": "boolean"], ["type_changed"],
                ["type_changed"]
            ),
            ("a wider number", ["type": "integer"], ["type": "number"], [], ["type_changed"]),
            ("a narrower number", ["type": "number"], ["type": "integer"], ["type_changed"], []),
            (
                "anything instead of a type", ["type": "string"], [:], [],
                ["null_added", "type_changed"]
            ),
            (
                "a type instead of anything", [:], ["type": "string"],
                ["null_refused", "type_changed"], []
            ),
            ("null as well", ["type": "string"], ["type": ["string", "null"]], [], ["null_added"]),
            (
                "null no more", ["anyOf": [["type": "string"], ["type": "null"]]],
                ["type": "string"],
                ["null_refused"], []
            ),
            (
                "two ways to say null", ["anyOf": [["type": "string"], ["type": "null"]]],
                ["type": ["string", "null"]], [], []
            ),
            (
                "a value less", ["type": "string", "enum": ["a", "b"]],
                ["type": "string", "enum": ["a"]],
                ["value_removed"], []
            ),
            (
                "a value more", ["type": "string", "enum": ["a"]],
                ["type": "string", "enum": ["a", "b"]],
                [], ["value_added"]
            ),
            (
                "values are listed", ["type": "string"], ["type": "string", "enum": ["a"]],
                ["value_removed"], []
            ),
            (
                "values are open", ["type": "string", "enum": ["a"]], ["type": "string"], [],
                ["value_added"]
            ),
            (
                "a finer step", ["type": "number", "multipleOf": 0.1],
                ["type": "number", "multipleOf": 0.01], [], []
            ),
            (
                "a coarser step", ["type": "number", "multipleOf": 0.01],
                ["type": "number", "multipleOf": 0.1], ["bound_tightened"], []
            ),
            (
                "a minimum", ["type": "integer"], ["type": "integer", "minimum": 1],
                ["bound_tightened"], []
            ),
            (
                "a lower minimum", ["type": "integer", "minimum": 2],
                ["type": "integer", "minimum": 1],
                [], []
            ),
            (
                "a lower maximum", ["type": "string", "maxLength": 9],
                ["type": "string", "maxLength": 8],
                ["bound_tightened"], []
            ),
            (
                "another pattern", ["type": "string", "pattern": "a"],
                ["type": "string", "pattern": "b"],
                ["bound_tightened"], []
            ),
            (
                "unique elements", ["type": "array"], ["type": "array", "uniqueItems": true],
                ["bound_tightened"], []
            ),
            (
                "a format", ["type": "string"], ["type": "string", "format": "uuid"],
                ["format_changed"], ["format_changed"]
            ),
            (
                "no format", ["type": "string", "format": "uuid"], ["type": "string"], [],
                ["format_changed"]
            ),
            (
                "other elements", ["type": "array", "items": ["type": "string"]],
                ["type": "array", "items": ["type": "integer"]],
                ["type_changed /*"], ["type_changed /*"]
            ),
            (
                "other values", ["type": "object", "additionalProperties": ["type": "string"]],
                ["type": "object", "additionalProperties": ["type": "integer"]],
                ["type_changed /*"], ["type_changed /*"]
            ),
        ]

    private static let objects:
        [(name: String, old: JSON, new: JSON, body: [String], answer: [String])] = [
            ("a new field", object([:]), object(["a": [:]]), [], []),
            (
                "another default", object(["a": ["default": 1]]), object(["a": ["default": 2]]),
                ["default_changed /a"], []
            ),
            (
                "no default any more", object(["a": ["default": 1]]), object(["a": [:]]),
                ["default_changed /a"], []
            ),
            (
                "a default that is written down", object(["a": [:]]), object(["a": ["default": 1]]),
                [], []
            ),
            (
                "the default of a field that is required",
                object(["a": ["default": 1]], required: ["a"]),
                object(["a": ["default": 2]], required: ["a"]), [], []
            ),
            (
                "the default of a field that becomes required", object(["a": ["default": 1]]),
                object(["a": [:]], required: ["a"]), ["field_became_required /a"], []
            ),
            (
                "a new field that is required", object([:]), object(["a": [:]], required: ["a"]),
                ["field_became_required /a"], []
            ),
            (
                "a field is gone", object(["a": [:]]), object([:]), ["field_removed /a"],
                ["field_removed /a"]
            ),
            (
                "a field becomes optional", object(["a": [:]], required: ["a"]), object(["a": [:]]),
                [],
                ["field_became_optional /a"]
            ),
            (
                "unknown fields are refused", object([:]),
                object([:]).with("additionalProperties", false), ["unknown_fields_refused"], []
            ),
            (
                "a type deep inside", object(["a": object(["b/c": ["type": "string"]])]),
                object(["a": object(["b/c": ["type": "integer"]])]),
                ["type_changed /a/b~1c"], ["type_changed /a/b~1c"]
            ),
            (
                "the same in parts", object(["a": [:], "b": [:]], required: ["a"]),
                ["allOf": [object(["a": [:]], required: ["a"]), object(["b": [:]])]], [], []
            ),
            ("a form less", forms("card", "cash"), forms("card"), ["form_removed"], []),
            ("a form more", forms("card"), forms("card", "cash"), [], ["form_added"]),
            ("forms in another order", forms("card", "cash"), forms("cash", "card"), [], []),
        ]

    @Test(arguments: changes.indices) func `of values are found`(index: Int) {
        Self.check(Self.changes[index])
    }

    @Test(arguments: objects.indices) func `of objects are found`(index: Int) {
        Self.check(Self.objects[index])
    }

    @Test func `are found behind references, also in types that contain themselves`() {
        func tree(_ leaf: JSON) -> JSON {
            let reference: JSON = ["$ref": "#/components/schemas/Tree"]
            let tree = Self.object([
                "leaf": leaf, "parts": ["type": "array", "items": reference],
                "parent": ["anyOf": [reference, ["type": "null"]]],
            ])
            return document(Self.body(reference), schemas: ["Tree": tree])
        }
        let changes = OpenAPIDocument.breakingChanges(
            from: tree(["type": "string"]), to: tree(["type": "integer"]))
        #expect(changes.map(\.place) == ["POST /things, body /leaf"])
    }

    @Test func `do not depend on the names of components`() {
        let text: JSON = ["type": "string"]
        let changes = OpenAPIDocument.breakingChanges(
            from: document(Self.body(["$ref": "#/components/schemas/A"]), schemas: ["A": text]),
            to: document(Self.body(["$ref": "#/components/schemas/B"]), schemas: ["B": text]))
        #expect(changes == [])
    }

    @Test func `end for references that lead nowhere or in a circle`() {
        let schemas: JSON = ["A": ["$ref": "#/components/schemas/A"]]
        for name in ["A", "B"] {
            let circle = document(
                Self.body(["$ref": "#/components/schemas/\(name)"]), schemas: schemas)
            #expect(OpenAPIDocument.breakingChanges(from: circle, to: circle) == [])
        }
    }

    @Test func `are none between a document and itself`() throws {
        let document = try makeEverything().openAPIDocument().json
        #expect(OpenAPIDocument.breakingChanges(from: document, to: document) == [])
    }

    @Test func `are found in a whole document, whatever is taken out of it`() throws {
        let document = try makeEverything().openAPIDocument().json
        let empty: JSON = ["openapi": "3.1.0"]
        let routes = document["paths"]?.members.reduce(0) { $0 + $1.value.members.count }
        #expect(OpenAPIDocument.breakingChanges(from: document, to: empty).count == routes)
        #expect(OpenAPIDocument.breakingChanges(from: empty, to: document) == [])
        // A document without its components, or with something else in all places, ends no program.
        for part in ["components", "paths", "openapi"] {
            let broken = document.with(part, [["a": 1], nil, "x"])
            _ = OpenAPIDocument.breakingChanges(from: document, to: broken)
            _ = OpenAPIDocument.breakingChanges(from: broken, to: document)
        }
    }

    // MARK: Making

    private static func check(
        _ row: (name: String, old: JSON, new: JSON, body: [String], answer: [String])
    ) {
        let comment = Comment(rawValue: row.name)
        #expect(found(row.old, row.new, "body", body) == row.body, comment)
        #expect(found(row.old, row.new, "answer 200", answer) == row.answer, comment)
    }

    /// The kinds of the changes, each with the pointer where it is not the whole.
    private static func found(
        _ old: JSON, _ new: JSON, _ place: String, _ wrap: (JSON) -> JSON
    ) -> [String] {
        OpenAPIDocument.breakingChanges(from: document(wrap(old)), to: document(wrap(new)))
            .map { $0.kind.rawValue + $0.place.dropFirst("POST /things, \(place)".count) }
    }

    private static func body(_ schema: JSON) -> JSON {
        ["requestBody": ["content": ["application/json": ["schema": schema]]]]
    }

    private static func answer(_ schema: JSON) -> JSON {
        ["responses": ["200": ["content": ["application/json": ["schema": schema]]]]]
    }

    private static func object(_ properties: JSON, required: [JSON] = []) -> JSON {
        ["type": "object", "properties": properties, "required": .array(required)]
    }

    /// An object with a discriminator.
    private static func forms(_ tags: String...) -> JSON {
        [
            "discriminator": ["propertyName": "kind"],
            "oneOf": .array(
                tags.map { object(["kind": ["const": .string($0)]], required: ["kind"]) }),
        ]
    }
}
