// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeSchema
import Testing

@testable import FledgeOpenAPI

/// Two versions of one operation, and what a client of the first notices of the second.
struct Change: Sendable, CustomTestStringConvertible {
    let name: String
    let old: JSON
    let new: JSON
    /// `kind at place`, each.
    let found: [String]

    init(_ name: String, _ old: JSON, _ new: JSON, _ found: String...) {
        self.name = name
        self.old = old
        self.new = new
        self.found = found
    }

    var testDescription: String { name }

    func check(_ wrap: (JSON) -> JSON) {
        let changes = OpenAPIDocument.breakingChanges(from: wrap(old), to: wrap(new))
        #expect(changes.map { "\($0.kind.rawValue) at \($0.place)" } == found)
    }
}

/// A document with one operation, `POST /things`.
func document(_ operation: JSON, schemas: JSON = [:]) -> JSON {
    [
        "openapi": "3.1.0", "paths": ["/things": ["post": operation]],
        "components": ["schemas": schemas],
    ]
}

@Suite struct `Breaking changes of routes` {
    @Test(arguments: [
        Change(
            "another name", ["operationId": "things.make"], ["operationId": "things.create"],
            "operation_renamed at POST /things"),
        Change("the same name", ["operationId": "make"], ["operationId": "make"]),
        Change("a first name", [:], ["operationId": "make"]),
    ])
    func `are names of operations, which generated clients have`(change: Change) {
        change.check { document($0) }
    }

    @Test(arguments: [
        Change("nothing", ["/a": ["get": [:]]], ["/a": ["get": [:]]]),
        Change("a new route", [:], ["/a": ["get": [:]]]),
        Change(
            "a route is gone", ["/a": ["get": [:], "put": [:]]], [:],
            "route_removed at GET /a", "route_removed at PUT /a"),
        Change(
            "a method is gone", ["/a": ["get": [:], "put": [:]]], ["/a": ["get": [:]]],
            "method_removed at PUT /a"),
        Change(
            "a parameter has another name", ["/a/{id}": ["get": [:]]], ["/a/{key}": ["get": [:]]]),
        Change(
            "a parameter that is described has another name",
            ["/a/{id}": ["get": ["parameters": [["name": "id", "in": "path", "required": true]]]]],
            [
                "/a/{key}": [
                    "get": ["parameters": [["name": "key", "in": "path", "required": true]]]
                ]
            ]),
        Change(
            "a parameter is a part of a segment now", ["/a/{id}": ["get": [:]]],
            ["/a/x-{id}": ["get": [:]]], "route_removed at GET /a/{id}"),
    ])
    func `are found`(change: Change) {
        change.check { ["openapi": "3.1.0", "paths": $0] }
    }

    @Test(arguments: [
        Change("none", [:], [:]),
        Change("one is new", [:], ["security": [["a": []]]], "security_added at POST /things"),
        Change("one may be used", [:], ["security": [["a": []], [:]]]),
        Change(
            "one more is needed", ["security": [["a": []]]], ["security": [["a": [], "b": []]]],
            "security_added at POST /things"),
        Change(
            "one of two will do", ["security": [["a": [], "b": []]]], ["security": [["a": []]]]),
        Change(
            "an alternative is gone", ["security": [["a": []], ["b": []]]],
            ["security": [["a": []]]], "security_added at POST /things"),
    ])
    func `are credentials`(change: Change) {
        change.check { document($0) }
    }

    @Test(arguments: [
        Change("a new one that is optional", [], [["name": "q", "in": "query"]]),
        Change(
            "a new one that is required", [], [["name": "q", "in": "query", "required": true]],
            "required_parameter_added at POST /things"),
        Change(
            "one that becomes required", [["name": "q", "in": "query"]],
            [["name": "q", "in": "query", "required": true]],
            "parameter_became_required at POST /things"),
        Change(
            "one that is gone", [["name": "q", "in": "query"]], [],
            "parameter_removed at POST /things"),
        Change(
            "one that moves", [["name": "q", "in": "query"]], [["name": "q", "in": "cookie"]],
            "parameter_removed at POST /things"),
        Change(
            "a field in another case", [["name": "X-A", "in": "header"]],
            [["name": "x-a", "in": "header"]]),
        Change(
            "one of another type",
            [["name": "q", "in": "query", "schema": ["type": "string"]]],
            [["name": "q", "in": "query", "schema": ["type": "integer"]]],
            "type_changed at POST /things, query parameter 'q'"),
        Change(
            "a list that is written in another way",
            [["name": "q", "in": "query", "schema": ["type": "array", "items": [:]]]],
            [
                [
                    "name": "q", "in": "query", "explode": false,
                    "schema": ["type": "array", "items": [:]],
                ]
            ],
            "parameter_form_changed at POST /things, query parameter 'q'"),
        Change(
            "a default that is written out",
            [["name": "q", "in": "query", "schema": ["type": "array", "items": [:]]]],
            [
                [
                    "name": "q", "in": "query", "style": "form", "explode": true,
                    "schema": ["type": "array", "items": [:]],
                ]
            ]),
        Change(
            "the form of one value, which makes no difference",
            [["name": "q", "in": "query", "schema": ["type": "integer"]]],
            [["name": "q", "in": "query", "explode": false, "schema": ["type": "integer"]]]),
        Change(
            "another default", [["name": "q", "in": "query", "schema": ["default": 1]]],
            [["name": "q", "in": "query", "schema": ["default": 2]]],
            "default_changed at POST /things, query parameter 'q'"),
        Change(
            "the default of one that becomes required",
            [["name": "q", "in": "query", "schema": ["default": 1]]],
            [["name": "q", "in": "query", "required": true, "schema": [:]]],
            "parameter_became_required at POST /things"),
        Change(
            "a number that may be any text",
            [["name": "q", "in": "query", "schema": ["type": "integer", "format": "int64"]]],
            [["name": "q", "in": "query", "schema": ["type": "string"]]]),
        Change(
            "a number that must be a certain text",
            [["name": "q", "in": "query", "schema": ["type": "integer"]]],
            [["name": "q", "in": "query", "schema": ["type": "string", "format": "uuid"]]],
            "type_changed at POST /things, query parameter 'q'"),
    ])
    func `are parameters`(change: Change) {
        change.check { document(["parameters": $0]) }
    }

    @Test(arguments: [
        Change(
            "a new body", [:], ["requestBody": ["required": true]],
            "required_body_added at POST /things"),
        Change("a new body that may be missing", [:], ["requestBody": [:]]),
        Change("no body any more", ["requestBody": [:]], [:], "body_removed at POST /things"),
        Change(
            "a body that becomes required", ["requestBody": [:]],
            ["requestBody": ["required": true]], "body_became_required at POST /things"),
        Change(
            "a media type less",
            ["requestBody": ["content": ["application/json": [:], "text/csv": [:]]]],
            ["requestBody": ["content": ["application/json": [:]]]],
            "media_type_removed at POST /things, body"),
    ])
    func `are bodies`(change: Change) {
        change.check { document($0) }
    }

    @Test(arguments: [
        Change("a new one", ["200": [:]], ["200": [:], "404": [:]]),
        Change("another status", ["200": [:]], ["201": [:]], "status_removed at POST /things"),
        Change("a status in a range", ["301": [:]], ["3XX": [:]]),
        Change(
            "no content any more", ["200": ["content": ["application/json": [:]]]],
            ["200": [:]], "answer_body_removed at POST /things, answer 200"),
        Change(
            "a header field less", ["201": ["headers": ["Location": [:], "ETag": [:]]]],
            ["201": ["headers": ["etag": [:]]]],
            "answer_header_removed at POST /things, answer 201"),
        Change("a new header field", ["201": [:]], ["201": ["headers": ["ETag": [:]]]]),
        Change(
            "a content type, which is none of them",
            ["201": ["headers": ["Content-Type": [:]]]], ["201": [:]]),
    ])
    func `are answers`(change: Change) {
        change.check { document(["responses": $0]) }
    }

    @Test(arguments: [
        Change(
            "one of another form", ["a": ["type": "http", "scheme": "bearer"]],
            ["a": ["type": "http", "scheme": "basic"]], "security_added at POST /things"),
        Change(
            "one in another place", ["a": ["type": "apiKey", "in": "header", "name": "X-Key"]],
            ["a": ["type": "apiKey", "in": "query", "name": "X-Key"]],
            "security_added at POST /things"),
        Change(
            "a scheme in another case, described anew",
            ["a": ["type": "http", "scheme": "bearer"]],
            ["a": ["type": "http", "scheme": "Bearer", "description": "A token."]]),
    ])
    func `are credentials of another kind`(change: Change) {
        change.check {
            [
                "openapi": "3.1.0", "paths": ["/things": ["post": ["security": [["a": []]]]]],
                "components": ["securitySchemes": $0],
            ]
        }
    }

    @Test func `a credential is what it is sent as, whatever its name`() {
        func document(_ name: String) -> JSON {
            [
                "paths": ["/things": ["post": ["security": [.object([name: []])]]]],
                "components": [
                    "securitySchemes": .object([name: ["type": "http", "scheme": "bearer"]])
                ],
            ]
        }
        #expect(
            OpenAPIDocument.breakingChanges(from: document("bearer"), to: document("token")) == [])
    }

    @Test func `of credentials name them`() {
        let changes = OpenAPIDocument.breakingChanges(
            from: document(["security": [["a": []], [:]]]),
            to: document(["security": [["b": [], "a": []], ["c": []]]]))
        #expect(
            changes.map(\.what) == [
                "'a' is not enough any more: it asks for 'a' and 'b', or 'c'.",
                "It asks for 'a' and 'b', or 'c' now, and asked for nothing.",
            ])
    }

    @Test func `say what, where and why`() throws {
        let changes = OpenAPIDocument.breakingChanges(
            from: document(["responses": ["200": [:]]]), to: document(["responses": ["201": [:]]]))
        #expect(
            changes.map(\.description) == [
                "POST /things: The answer 200 is gone. New: 201. "
                    + "A client that waits for it never sees it. [status_removed]"
            ])
    }
}
