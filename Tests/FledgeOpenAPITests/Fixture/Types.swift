// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge
import FledgeSchema
import Foundation

// The types of the app that has one of everything.

enum Sort: String, CaseIterable { case name, newest }

@Schema enum Lending: String, CaseIterable { case open, closed }

struct BookID: RawRepresentable, SchemaType, ParameterValue, Hashable {
    var rawValue: Int
}

/// A book of the library.
///
/// Requests may leave the title out and answers never do, so it has two forms.
@Schema struct Book {
    var id: BookID
    /// As on the cover.
    @Field(.length(0...200), example: "Emma") var title: String = ""
    var status: Lending
    @Field(.range(0...)) var price: Decimal?
    var sequels: [Book] = []
    var format: Format
}

/// Refers to a type that has two forms, and so has two itself.
@Schema struct Shelf {
    @Field(.items(1...100)) var books: [Book]
    var owner: [String: Reading]
}

@Schema struct Reading {
    var from: Date
    var until: Date?
}

/// What a book is printed on.
@Schema(discriminator: "kind") enum Format {
    /// Pages.
    case paper(pages: Int)
    case file(FileFormat)
    case lost
}

@Schema struct FileFormat {
    @Field(.pattern("^[a-z0-9]+$")) var suffix: String
    var home: URL?
}

/// Something to remember.
@Schema struct Note {
    @Field(.length(...80)) var text: String
    var stars: Int = 3
    var tags: [String] = []
}

/// Which books.
@Schema struct Filter {
    /// Words of the title.
    var words: String?
    @Field(.range(1...100)) var limit: Int = 20
    var status: [Lending] = []
    var place: Place?
}

@Schema struct Place {
    var city: String
}

@Schema struct Page<Item: SchemaType> {
    var items: [Item]
    var total: Int
}

/// JSON cannot carry it.
@Schema struct Photo {
    @Field(.length(1...80)) var caption: String
    var image: UploadedFile
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
