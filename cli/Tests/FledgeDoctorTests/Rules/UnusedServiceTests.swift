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
}
