// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Testing

@testable import FledgeDoctor

@Suite struct UnusedServiceTests {
    private func app(_ more: [String: String]) -> [String: String] {
        var sources = [
            "app/LabelService.swift": "struct LabelService { func label() -> String { \"\" } }",
            "Tests/AppTests/T.swift": "func t() { LabelService().label() }",
        ]
        sources.merge(more) { $1 }
        return sources
    }

    static let uses: [[String: String]] = [
        [
            "app/Services.swift": "struct Services { let labels = LabelService() }",
            "app/R.swift":
                "@Route struct R { let labels: LabelService\n func GET() -> String { labels.label() } }",
        ],
        [
            "app/Services.swift": "struct Services { let labels = LabelService() }",
            "app/App.swift":
                "func makeApp(services: Services) { app.get(\"/\") { _ in services.labels.label() } }",
        ],
        ["app/Other.swift": "struct PrintService { let labels: LabelService }"],
        ["app/main.swift": "let labels = LabelService()"],
    ]

    @Test(arguments: uses) func `a service that somebody uses`(more: [String: String]) {
        #expect(findings(UnusedService(), app(more)).filter { $0.function == "LabelService" } == [])
    }

    @Test func `a place in Services is no use`() {
        let found = findings(
            UnusedService(),
            app([
                "app/Services.swift":
                    "struct Services { let labels: LabelService\n init() { labels = LabelService() } }"
            ]))
        #expect(found.map(\.function) == ["LabelService"])
        #expect(found.first?.message.contains("Services holds it") == true)
    }

    @Test func `a test is no use`() {
        #expect(findings(UnusedService(), app([:])).map(\.function) == ["LabelService"])
    }

    @Test func `a service behind a protocol is used when the protocol is`() {
        let sources = [
            "app/A.swift":
                "protocol Labelling { func label() }\nstruct LabelService: Labelling { func label() {} }",
            "app/Services.swift": "struct Services { let labels: any Labelling = LabelService() }",
            "app/R.swift":
                "@Route struct R { let labels: any Labelling\n func GET() { labels.label() } }",
        ]
        #expect(findings(UnusedService(), sources) == [])
    }

    @Test func `a place for a protocol that nobody asks for`() {
        let sources = [
            "app/A.swift":
                "protocol Mailer { func send() }\nstruct SMTP: Mailer { func send() {} }",
            "app/Services.swift":
                "struct Services { let mailer: any Mailer\n let orders: any Ordering }",
            "app/B.swift": "protocol Ordering { func list() }",
            "app/R.swift":
                "@Route struct R { let orders: any Ordering\n func GET() { orders.list() } }",
        ]
        let found = findings(UnusedService(), sources)
        #expect(found.map(\.message) == ["Services.mailer: no route, job or service asks for it."])
    }

    @Test func `what Services itself works with is used`() {
        let sources = [
            "app/LabelService.swift": "struct LabelService { func label() {} }",
            "app/Services.swift": "struct Services { let labels: LabelService }",
            "app/Start.swift": "extension Services { func start() { labels.label() } }",
        ]
        #expect(findings(UnusedService(), sources) == [])
    }

    static let dead: [(String, [String: String])] = [
        (
            "kept by a controller that never calls it",
            [
                "app/C.swift":
                    "@Controller struct C { let labels: LabelService\n @GET func a() -> Int { 1 } }",
                "app/App.swift":
                    "func makeApp() -> App { app.use(\"/c\", C(labels: LabelService())) }",
            ]
        ),
        (
            "kept and only filled by an initializer",
            [
                "app/C.swift":
                    "@Controller struct C { let labels: LabelService\n init(labels: LabelService) { self.labels = labels }\n @GET func a() -> Int { 1 } }"
            ]
        ),
        (
            "read from Services only to be kept",
            [
                "app/Services.swift": "struct Services { let labels: LabelService }",
                "app/C.swift":
                    "@Controller struct C { let labels: LabelService\n @GET func a() -> Int { 1 } }",
                "app/App.swift":
                    "func makeApp(services: Services) -> App { app.use(\"/c\", C(labels: services.labels)) }",
            ]
        ),
        (
            "kept by a route that never calls it",
            [
                "app/Services.swift": "struct Services { let labels: LabelService }",
                "app/R.swift":
                    "@Route struct R { let labels: LabelService\n func GET() -> Int { 1 } }",
            ]
        ),
        (
            "given to what puts the app together, and forgotten",
            [
                "app/App.swift": "func makeApp(labels: LabelService) -> App { App() }",
                "app/main.swift": "await serve { makeApp(labels: LabelService()) }",
            ]
        ),
        (
            "given by position, and forgotten",
            [
                "app/App.swift":
                    "func routes(_ app: App, _ labels: LabelService) { app.get(\"/\") { _ in 1 } }\nfunc makeApp() { routes(app, LabelService()) }"
            ]
        ),
    ]

    @Test(arguments: dead) func `handed over, and used by nobody`(
        name: String, more: [String: String]
    ) {
        #expect(findings(UnusedService(), app(more)).map(\.function) == ["LabelService"])
    }

    @Test func `what only unused services use is unused as well`() {
        let sources = [
            "app/A.swift": """
            struct PrintService { let labels: LabelService
                func print() { labels.label() } }
            struct ParcelService { let printer: PrintService
                func send() { printer.print() } }
            """,
            "app/R.swift": "@Route struct R { func GET() -> Int { 1 } }",
        ]
        let found = findings(UnusedService(), app(sources))
        #expect(
            found.compactMap(\.function).sorted() == [
                "LabelService", "ParcelService", "PrintService",
            ])
        #expect(
            found.filter { $0.message.contains("only services that nobody uses do") }.count == 2)
        // A route that asks for one of them uses what that one does.
        let asked = app(sources).merging([
            "app/R.swift":
                "@Route struct R { let printer: PrintService\n func GET() { printer.print() } }"
        ]) { $1 }
        #expect(findings(UnusedService(), asked).map(\.function) == ["ParcelService"])
    }

    @Test func `a limit that only an unused rule has is unused as well`() {
        let source = """
            struct Postage { let most: Weight
                func cost(of parcel: Parcel) -> Int { most.grams(of: parcel) } }
            struct Weight { func grams(of parcel: Parcel) -> Int { 5 } }
            """
        #expect(findings(UnusedService(), ["app/_domain/A.swift": source]).count == 2)
    }

    static let unnamed = [
        "struct Invoicing { let shelf: Shelf\n func total() -> Int { 1 } }\nactor Shelf { func x() {} }\n@Route struct R { let shelf: Shelf\n func GET() { shelf.x() } }",
        "actor Planner { private var sent: Set<String> = []\n func due() -> [Int] { [] } }",
        "enum Shipping { static func cost(_ grams: Int) -> Int { grams * 2 } }",
        "struct Rounding { func round(_ cents: Int) -> Int { cents } }\nextension Rounding { func up() -> Rounding { Rounding() } }",
    ]

    @Test(arguments: unnamed) func `nothing says its name`(source: String) {
        #expect(findings(UnusedService(), ["app/_domain/A.swift": source]).count == 1)
    }

    static let named = [
        "struct Reading: Codable { func text() -> String { \"\" } }",
        "enum Colour { case red\n func text() -> String { \"\" } }",
        "struct Point { let x: Int\n func far() -> Bool { x > 1 } }",
        "actor InMemoryShelf { func all() {} }\nfunc makeShelf() -> InMemoryShelf { InMemoryShelf() }",
        "protocol Shelf { func all() }\nactor Memory: Shelf { func all() {} }",
        "@Settings struct Limits { func most() -> Int { 1 } }",
        "struct Cleanup: Service { func run() {} }",
        "struct CleanupJob { func run() {} }",
        "struct Web { func user(_ request: Request) -> Problem { Problem(.notFound) } }",
        "struct Slug { func make() -> String { \"\" } }\nstruct Page: Codable { var slug = Slug().make() }",
    ]

    @Test(arguments: named) func `a value, a worker or what is named is no unused service`(
        source: String
    ) {
        #expect(findings(UnusedService(), ["app/A.swift": "import Fledge\n" + source]) == [])
    }
}
