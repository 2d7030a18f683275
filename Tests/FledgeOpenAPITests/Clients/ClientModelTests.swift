// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeSchema
import Testing

@testable import FledgeOpenAPI

@Suite struct ClientModelTests {
    /// A schema, and the types that it becomes.
    struct Row: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var schema: JSON
        var typeScript: String
        var swift: String
    }

    static let rows: [Row] = [
        .init(testDescription: "anything", schema: [:], typeScript: "unknown", swift: "JSON"),
        .init(testDescription: "true", schema: true, typeScript: "unknown", swift: "JSON"),
        .init(
            testDescription: "a whole number", schema: ["type": "integer", "format": "int64"],
            typeScript: "number", swift: "Int"),
        .init(
            testDescription: "64 bits without a sign",
            schema: ["type": "integer", "format": "uint64"], typeScript: "number", swift: "UInt64"),
        .init(
            testDescription: "a nullable number", schema: ["type": ["number", "null"]],
            typeScript: "number | null", swift: "Double?"),
        .init(
            testDescription: "null as an alternative",
            schema: ["anyOf": [["type": "null"], ["type": "boolean"]]],
            typeScript: "boolean | null", swift: "Bool?"),
        .init(
            testDescription: "a list of nullable texts",
            schema: ["type": "array", "items": ["type": ["string", "null"]]],
            typeScript: "Array<string | null>", swift: "[String?]"),
        .init(
            testDescription: "a tuple",
            schema: ["type": "array", "prefixItems": [["type": "string"]]],
            typeScript: "unknown[]", swift: "[JSON]"),
        .init(
            testDescription: "a dictionary of dates",
            schema: [
                "type": "object",
                "additionalProperties": ["type": "string", "format": "date-time"],
            ],
            typeScript: "Record<string, DateTime>", swift: "[String: Date]"),
        .init(
            testDescription: "an open object", schema: ["type": "object"],
            typeScript: "Record<string, unknown>", swift: "[String: JSON]"),
        .init(
            testDescription: "base64", schema: ["type": "string", "contentEncoding": "base64"],
            typeScript: "Base64", swift: "Data"),
        .init(
            testDescription: "a single value", schema: ["enum": ["only"]],
            typeScript: "\"only\"", swift: "String"),
        .init(
            testDescription: "numbers of a list", schema: ["type": "integer", "enum": [1, 2]],
            typeScript: "1 | 2", swift: "Int"),
        .init(
            testDescription: "numbers of a list, or null",
            schema: ["type": ["integer", "null"], "enum": [-1, 2, nil]],
            typeScript: "-1 | 2 | null", swift: "Int?"),
        .init(
            testDescription: "a list of listed numbers",
            schema: ["type": "array", "items": ["type": "integer", "enum": [1, 2]]],
            typeScript: "Array<1 | 2>", swift: "[Int]"),
        .init(
            testDescription: "listed numbers of 64 bits without a sign",
            schema: ["type": "integer", "format": "uint64", "enum": [1, 2]],
            typeScript: "1 | 2", swift: "UInt64"),
        .init(
            testDescription: "a listed number that TypeScript would round",
            schema: ["type": "integer", "enum": [1, 9_007_199_254_740_993]],
            typeScript: "number", swift: "Int"),
        .init(
            testDescription: "a single number", schema: ["const": 1], typeScript: "1",
            swift: "Int"),
        .init(
            testDescription: "listed numbers that are not whole",
            schema: ["type": "number", "enum": [1, 1.5]], typeScript: "number", swift: "Double"),
        .init(
            testDescription: "values of a list, or null", schema: ["enum": ["a", "b", nil]],
            typeScript: "ThingsAnswer | null", swift: "ThingsAnswer?"),
        .init(
            testDescription: "a reference to a plain type",
            schema: ["$ref": "#/components/schemas/user-id"], typeScript: "UserId", swift: "UserId"),
        .init(
            testDescription: "a reference into a type",
            schema: ["$ref": "#/components/schemas/Node/properties/name"], typeScript: "string",
            swift: "String"),
        .init(
            testDescription: "a name that a client needs itself",
            schema: ["$ref": "#/components/schemas/Error"], typeScript: "ErrorModel",
            swift: "ErrorModel"),
        .init(
            testDescription: "an alternative that is one", schema: ["oneOf": [["type": "string"]]],
            typeScript: "string", swift: "String"),
    ]

    @Test(arguments: rows)
    func `a schema becomes a type`(row: Row) throws {
        let model = try ClientModelReader.read(Self.document(answering: row.schema))
        let type = model.groups[0].operations[0].answers[0].type
        #expect(type.typeScript(isSent: false) == row.typeScript)
        #expect(type.swift(isSent: false) == row.swift)
    }

    @Test func `a type may have itself as a member, and the box stands where it must`() throws {
        let model = try ClientModelReader.read(
            Self.document(answering: ["$ref": "#/components/schemas/Node"]))
        let swift = SwiftClient.source(of: model)
        #expect(swift.contains("private var boxedParent: Boxed<Node>?"))
        #expect(swift.contains("public var children: [Node]?"))
        #expect(swift.contains("public typealias Tree = JSON"), "Swift has no alias of itself")
    }

    @Test func `equal lists of values without a name are one type`() throws {
        let states: JSON = ["enum": ["open", "closed"]]
        let model = try ClientModelReader.read(
            Self.document(answering: [
                "type": "object",
                "properties": [
                    "state": states, "former_states": ["type": "array", "items": states],
                ],
            ]))
        #expect(model.types.map(\.name) == ["ThingsAnswer", "ThingsAnswerState"])
    }

    /// What is wrong with a document, and what is said of it.
    struct Mistake: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var document: JSON
        var message: String
    }

    static let mistakes: [Mistake] = [
        .init(
            testDescription: "another version", document: ["openapi": "3.0.3"],
            message:
                "At '/openapi': This is not an OpenAPI 3.1 document: its member 'openapi' must be \"3.1.…\"."
        ),
        .init(
            testDescription: "a reference to nothing",
            document: document(answering: ["$ref": "#/components/schemas/Missing"]),
            message:
                "At '/paths/~1things/get/responses/200/content/application~1json/schema/$ref': "
                + "'#/components/schemas/Missing' is not in the document. References to other documents cannot "
                + "be followed; bundle them into one first."),
        .init(
            testDescription: "a reference to itself",
            document: document(answering: ["$ref": "#/components/schemas/Circle"]),
            message: "At '/components/schemas/Circle': This reference leads back to itself."),
        .init(
            testDescription: "a part of itself",
            document: document(answering: ["$ref": "#/components/schemas/Whole"]),
            message:
                "At '/components/schemas/Whole/allOf/0': This schema consists of itself ('allOf')."),
        .init(
            testDescription: "an alternative that nothing chooses",
            document: document(answering: [
                "oneOf": [["type": "object"], ["type": "object"]],
                "discriminator": ["propertyName": "kind"],
            ]),
            message:
                "At '/paths/~1things/get/responses/200/content/application~1json/schema/oneOf/0': It is not "
                + "said which value of 'kind' chooses this alternative: give the member a 'const', or map the "
                + "value in 'discriminator'."),
        .init(
            testDescription: "a path without its parameter",
            document: [
                "openapi": "3.1.0", "paths": ["/a/{id}": ["get": ["responses": [:]]]],
            ],
            message:
                "At '/paths/~1a~1{id}/get': The path has '{id}', and no parameter of that name is described."
        ),
    ]

    @Test(arguments: mistakes)
    func `a mistake in a document is told with its place`(mistake: Mistake) {
        let error = #expect(throws: ClientGenerationError.self) {
            try ClientModelReader.read(mistake.document)
        }
        #expect(error?.description == mistake.message)
    }

    /// One operation, `GET /things`, and a few components.
    static func document(answering schema: JSON) -> JSON {
        let answer: JSON = ["description": "", "content": ["application/json": ["schema": schema]]]
        return [
            "openapi": "3.1.0",
            "paths": ["/things": ["get": ["operationId": "things", "responses": ["200": answer]]]],
            "components": [
                "schemas": [
                    "user-id": ["type": "integer"],
                    "Error": ["type": "object", "properties": ["a": ["type": "string"]]],
                    "Node": [
                        "type": "object",
                        "properties": [
                            "name": ["type": "string"],
                            "parent": ["$ref": "#/components/schemas/Node"],
                            "children": [
                                "type": "array", "items": ["$ref": "#/components/schemas/Node"],
                            ],
                            "tree": ["$ref": "#/components/schemas/Tree"],
                        ],
                    ],
                    "Tree": ["type": "array", "items": ["$ref": "#/components/schemas/Tree"]],
                    "Circle": ["$ref": "#/components/schemas/Circle"],
                    "Whole": ["allOf": [["$ref": "#/components/schemas/Whole"]]],
                ]
            ],
        ]
    }
}
