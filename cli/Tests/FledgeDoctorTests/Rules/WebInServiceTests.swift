// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Testing

@testable import FledgeDoctor

/// Types of the web in services of any name and place, and beside them.
@Suite struct WebInServiceTests {
    static let shelf =
        "actor Shelf { private var books: [Int] = []\n func all() -> [Int] { books } }"

    static let found: [(name: String, sources: [String: String])] = [
        (
            "a service that keeps a store answers",
            [
                "app/desk/Desk.swift": """
                import Fledge
                struct Desk { let shelf: Shelf
                    func list() async -> [Int] { await shelf.all() }
                    func feed() async -> Response { Response(.ok) } }
                """
            ]
        ),
        (
            "its only method throws a problem",
            [
                "app/desk/Desk.swift": """
                import Fledge
                struct Desk { let shelf: Shelf
                    func best() async throws -> Int { throw Problem(.notFound) } }
                """
            ]
        ),
        (
            "a service that a controller keeps",
            [
                "app/Desk.swift": """
                import Fledge
                struct Desk { func fee() throws -> Int { throw Problem(.conflict) } }
                """,
                "app/C.swift":
                    "import Fledge\n@Controller struct C { let desk: Desk\n @GET func a() throws -> Int { try desk.fee() } }",
            ]
        ),
        (
            "an extension of it beside it",
            [
                "app/desk/Desk.swift":
                    "struct Desk { let shelf: Shelf\n func list() async -> [Int] { [] } }",
                "app/desk/Desk+Feed.swift":
                    "import Fledge\nextension Desk { func feed() async -> Response { Response(.ok) } }",
            ]
        ),
        (
            "an error becomes a problem in the service's file",
            [
                "app/desk/Desk.swift": """
                import Fledge
                enum DeskError: Error { case full }
                extension DeskError: ProblemConvertible { var problem: Problem { Problem(.conflict) } }
                struct DeskService { let shelf: Shelf
                    func list() async -> [Int] { [] } }
                """
            ]
        ),
        (
            "an error becomes a problem in a folder of services",
            [
                "app/_services/DeskError.swift": """
                import Fledge
                enum DeskError: Error, ProblemConvertible { case full
                    var problem: Problem { Problem(.conflict) } }
                """
            ]
        ),
        (
            "functions of a namespace",
            [
                "app/Desk.swift": """
                import Fledge
                enum Desk { static func lend(in shelf: Shelf) throws -> Int { throw Problem(.conflict) } }
                """
            ]
        ),
        (
            "a protocol of services",
            [
                "app/Desk.swift":
                    "import Fledge\nprotocol Lending { func lend(_ request: Request) async throws -> Int }"
            ]
        ),
        (
            "the web's own by its module's name",
            [
                "Sources/ShopServices/Request.swift": "public struct Request {}",
                "Sources/ShopServices/Desk.swift":
                    "import Fledge\npublic struct Desk { func x(_ r: Fledge.Request) {} }",
            ]
        ),
        (
            "one file of a module that knows no web",
            [
                "Sources/DeskCore/A.swift": "public struct A { func a() {} }",
                "Sources/DeskCore/B.swift": "public struct B { func b() {} }",
                "Sources/DeskCore/Desk.swift":
                    "import Fledge\npublic struct Desk { func list() -> Response { Response(.ok) } }",
            ]
        ),
        (
            "a function in a folder of services",
            [
                "app/services/pricing.swift":
                    "import Fledge\nfunc price(_ request: Request) throws -> Int { 1 }"
            ]
        ),
    ]

    @Test(arguments: found) func `the web in a service is found`(
        name: String, sources: [String: String]
    ) {
        var sources = sources
        sources["app/Shelf.swift"] = Self.shelf
        #expect(findings(WebTypeInService(), sources).count == 1)
    }

    static let clean: [(name: String, sources: [String: String])] = [
        (
            "a body with an upload",
            [
                "app/NewDrop.swift":
                    "import Fledge\n@Schema struct NewDrop { var file: UploadedFile }"
            ]
        ),
        (
            "who asks, bound beside the routes",
            [
                "app/people/Person.swift": "struct Person { let name: String\n func x() {} }",
                "app/App.swift": """
                import Fledge
                func makeApp() -> App { App() }
                extension Person { static func of(_ request: Request) throws -> Person { throw Problem(.unauthorized) } }
                """,
            ]
        ),
        (
            "a service that is handed a form beside the routes",
            [
                "app/services/DropService.swift":
                    "struct DropService { func keep(_ name: String) {} }",
                "app/NewDrop.swift": """
                import Fledge
                extension DropService { func keep(_ file: UploadedFile) { keep(file.name) } }
                """,
            ]
        ),
        (
            "a value in a file for the web",
            [
                "app/Person.swift": "struct Person { let name: String\n func x() {} }",
                "app/Person+Request.swift":
                    "import Fledge\nextension Person { init(_ request: Request) { name = \"\" } }",
            ]
        ),
        (
            "a domain with requests",
            [
                "app/Desk.swift": """
                import Fledge
                struct Request { let book: Int }
                struct Response { let text: String }
                struct Desk { let shelf: Shelf
                    func ask(_ request: Request) async -> Response { Response(text: "") } }
                """
            ]
        ),
        (
            "a domain with requests inside a type",
            [
                "app/Desk.swift": """
                import Fledge
                enum Loan { struct Request { let book: Int } }
                struct Desk { let shelf: Shelf
                    func ask(_ request: Loan.Request) async {}
                    func ask(for request: Request) async {} }
                """
            ]
        ),
        (
            "an adapter of the web",
            [
                "app/Gate.swift": """
                import Fledge
                struct Gate { let shelf: Shelf
                    func user(of request: Request) throws -> Int { throw Problem(.unauthorized) } }
                """
            ]
        ),
        (
            "an app of one file",
            [
                "app/App.swift": """
                import Fledge
                struct Desk { let shelf: Shelf
                    func list() async -> [Int] { [] } }
                enum DeskError: Error { case full }
                extension DeskError: ProblemConvertible { var problem: Problem { Problem(.conflict) } }
                @Controller struct C { let desk: Desk
                    @GET func a() async throws -> Response { Response(.ok) } }
                """
            ]
        ),
        (
            "a page of a service's values",
            [
                "app/BookPage.swift": """
                import Fledge
                struct BookPage { let desk: Desk
                    func show() -> HTML { HTML("") } }
                struct Desk { let shelf: Shelf
                    func list() async -> [Int] { [] } }
                """
            ]
        ),
        (
            "a folder for the web",
            [
                "app/desk/Desk.swift":
                    "struct Desk { let shelf: Shelf\n func list() async -> [Int] { [] } }",
                "app/_web/Desk+Feed.swift":
                    "import Fledge\nextension Desk { func feed() async -> Response { Response(.ok) } }",
            ]
        ),
    ]

    @Test(arguments: clean) func `the web where it belongs is not`(
        name: String, sources: [String: String]
    ) {
        var sources = sources
        sources["app/Shelf.swift"] = Self.shelf
        #expect(findings(WebTypeInService(), sources) == [])
    }
}
