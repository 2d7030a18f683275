// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Testing

@testable import FledgeDoctor

/// Services that are not called so: found by what they keep and who keeps them.
@Suite struct ServiceRoleTests {
    static let store = """
        actor Shelf { private(set) var books: [Int] = []
            func add(_ book: Int) { books.append(book) } }
        protocol Clocking { func now() -> Int }
        """

    static let services = [
        RuleRow(
            "keeps an actor", "struct Lending { let shelf: Shelf\n func lend() async -> Int { 1 } }"
        ),
        RuleRow(
            "keeps a protocol",
            "struct Lending { let clock: any Clocking\n func lend() -> Int { 1 } }"),
        RuleRow(
            "is a class", "final class Lending { let shelf: Shelf\n func lend() -> Int { 1 } }"),
        RuleRow(
            "is an actor that keeps one",
            "actor Lending { let shelf: Shelf\n func lend() -> Int { 1 } }"),
        RuleRow(
            "is optional", "struct Lending { let shelf: Shelf?\n func lend() -> Int { 1 } }"),
        RuleRow(
            "keeps a service",
            "struct FineService { func fine() {} }\nstruct Lending { let fines: FineService\n func lend() -> Int { 1 } }"
        ),
        RuleRow(
            "keeps what keeps a store",
            "struct Desk { let shelf: Shelf\n func x() {} }\nstruct Lending { let desk: Desk\n func lend() -> Int { 1 } }"
        ),
        RuleRow(
            "has its methods in an extension",
            "struct Lending { let shelf: Shelf }\nextension Lending { func lend() -> Int { 1 } }"),
        RuleRow(
            "is a namespace of functions that take a store",
            "enum Lending { static func lend(in shelf: Shelf) -> Int { 1 } }"),
        RuleRow(
            "is kept by a controller",
            "struct Lending { func lend() -> Int { 1 } }\n@Controller struct C { let lending: Lending\n @GET func a() -> Int { 2 } }"
        ),
        RuleRow(
            "is given to what adds routes",
            "struct Lending { func lend() -> Int { 1 } }\nfunc routes(_ app: App, _ lending: Lending) { app.get(\"/x\") { _ in 1 } }"
        ),
        RuleRow(
            "is named a use case", "struct LendingUseCase { func lend() -> Int { 1 } }"),
    ]

    @Test func `what stands among the jobs is none`() {
        let job = "struct LendingReminder { let shelf: Shelf\n func run() {} }"
        #expect(roles("", more: ["app/_jobs/LendingReminder.swift": job]) == [])
    }

    private func roles(_ source: String, more: [String: String] = [:]) -> Set<String> {
        var sources = ["app/Lending.swift": source, "app/Shelf.swift": Self.store]
        sources.merge(more) { $1 }
        let modules = ProjectFolder.usualModules(sources.keys.sorted())
        let files = sources.keys.sorted().enumerated().compactMap { number, path in
            modules.first { $0.holds(path) }.map { module in
                FileIndex(
                    SourceFile(path: path, module: module, text: sources[path] ?? ""),
                    number: number)
            }
        }
        return ServiceRoles(files).names
    }

    @Test(arguments: services) func `a type is a service by its role`(row: RuleRow) {
        #expect(roles(row.source).contains { $0.hasPrefix("Lending") })
    }

    static let others = [
        RuleRow("a value", "struct Lending: Equatable { let book: Int\n func fee() -> Int { 1 } }"),
        RuleRow("a value without protocols", "struct Lending { let book: Int\n func fee() {} }"),
        RuleRow("a body", "@Schema struct Lending { let shelf: Shelf\n func fee() {} }"),
        RuleRow("a store", "struct LendingStore { let shelf: Shelf\n func lend() {} }"),
        RuleRow("a store by what it keeps", "struct Lending { let db: Database\n func lend() {} }"),
        RuleRow(
            "a store by its protocol",
            "protocol LoanStore {}\nstruct Lending: LoanStore { let shelf: Shelf\n func lend() {} }"
        ),
        RuleRow("a worker", "struct LendingWorker { let shelf: Shelf\n func run() {} }"),
        RuleRow("a lifecycle", "struct Lending: Service { let shelf: Shelf\n func run() {} }"),
        RuleRow(
            "a middleware", "struct Lending: Middleware { let shelf: Shelf\n func handle() {} }"),
        RuleRow("a route", "@Route struct Lending { let shelf: Shelf\n func GET() {} }"),
        RuleRow("a page", "struct LendingPage { let shelf: Shelf\n func show() {} }"),
        RuleRow(
            "an adapter of the web",
            "struct Lending { let shelf: Shelf\n func user(of request: Request) -> Int { 1 } }"),
        RuleRow("without methods", "struct Lending { let shelf: Shelf }"),
        RuleRow("with cases", "enum Lending { case a\n static func x(_ s: Shelf) {} }"),
        RuleRow("a container", "struct LendingServices { let shelf: Shelf\n func x() {} }"),
    ]

    @Test(arguments: others) func `anything else is none`(row: RuleRow) {
        #expect(!roles(row.source).contains { $0.hasPrefix("Lending") })
    }
}
