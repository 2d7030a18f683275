// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge
import FledgeSchema

// The types of the app that has one of everything.

enum Sort: String, CaseIterable { case name, newest }

enum Status: String, CaseIterable, SchemaType { case open, closed }

struct BookID: RawRepresentable, SchemaType, ParameterValue, Hashable {
    var rawValue: Int
}

/// Written by hand, as the macro would: its title has a default, so requests may leave it out.
struct Book: SchemaType, Encodable {
    var id: BookID
    var title: String
    var status: Status

    init(json reader: inout JSONReader) throws(JSONError) { throw .invalid }
    init(from decoder: any Decoder) throws { throw CancellationError() }
    func encode(to encoder: any Encoder) throws {}
    func write(to writer: inout JSONWriter) {}

    static func describe(in registry: inout SchemaRegistry) -> JSONSchema {
        registry.define(Book.self, name: nil, description: nil) { registry in
            let required: JSON =
                registry.mode == .input ? ["id", "status"] : ["id", "title", "status"]
            return JSONSchema([
                "type": "object",
                "properties": [
                    "id": .object(BookID.describe(in: &registry).members),
                    "title": ["type": "string", "default": ""],
                    "status": .object(Status.describe(in: &registry).members),
                ],
                "required": required,
            ])
        }
    }
}

/// Refers to a type that has two forms, and so has two itself.
struct Shelf: SchemaType {
    var books: [Book]

    init(json reader: inout JSONReader) throws(JSONError) { throw .invalid }
    init(from decoder: any Decoder) throws { throw CancellationError() }
    func encode(to encoder: any Encoder) throws {}
    func write(to writer: inout JSONWriter) {}

    static func describe(in registry: inout SchemaRegistry) -> JSONSchema {
        registry.define(Shelf.self, name: nil, description: nil) { registry in
            JSONSchema([
                "type": "object",
                "properties": ["books": .object([Book].describe(in: &registry).members)],
                "required": ["books"],
            ])
        }
    }
}

/// The same in requests and answers, and flat: a form can carry it.
struct Note: SchemaType {
    var text: String

    init(json reader: inout JSONReader) throws(JSONError) { throw .invalid }
    init(from decoder: any Decoder) throws { throw CancellationError() }
    func encode(to encoder: any Encoder) throws {}
    func write(to writer: inout JSONWriter) {}

    static func describe(in registry: inout SchemaRegistry) -> JSONSchema {
        registry.define(Note.self, name: nil, description: nil) { registry in
            JSONSchema([
                "type": "object",
                "description": "Something to remember.",
                "properties": ["text": ["type": "string", "maxLength": 80]],
                "required": ["text"],
            ])
        }
    }
}

/// A type that says nothing of itself.
struct Plain: Codable { var value: Int }

struct Reader: RequestBindable, OptionalRequestBindable, RouteDescribing {
    static func bind(from request: Request, name: String) throws -> Reader { Reader() }
    static func bindIfPresent(from request: Request, name: String) throws -> Reader? { nil }
    static func describe(_ route: inout RouteDescription) {
        route.requires(.bearer(format: "JWT", details: "From POST /logins."))
    }
}

/// A bindable that says nothing.
struct Silent: RequestBindable {
    static func bind(from request: Request, name: String) throws -> Silent { Silent() }
}

struct CSV: ResponseConvertible, RouteDescribing {
    func response(for request: Request) -> Response { Response(.ok) }
    static func describe(_ route: inout RouteDescription) {
        route.answers(.ok, "text/csv", details: "A table.")
    }
}

struct RequireSession: SyncMiddleware {
    func before(_ request: inout Request) -> Response? { nil }
    func describe(_ route: inout RouteDescription) {
        route.requires(.cookie("session"))
        route.takes("X-Tenant", in: .header, Int.self, isRequired: false, details: "Whose shelf.")
    }
}
