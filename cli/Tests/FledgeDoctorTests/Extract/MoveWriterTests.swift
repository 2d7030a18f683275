// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Testing

@testable import FledgeDoctor

@Suite struct MoveWriterTests {
    private let body = """
        // What is heavy costs more.
        guard var parcel = try await parcels.find(id) else { throw Problem(.notFound) }
        let text = \"\"\"
            SELECTED
              \\(parcel.state)
            \"\"\"
        parcel.weight = body.weight * 2 + parcels.now()
        parcel.state = text
        try await parcels.save(parcel)
        return parcel
        """

    @Test func `a new service keeps what is needed, and the comments`() throws {
        let moving = try Depot.move(Depot.with(body))
        #expect(
            moving.files["app/services/Dispatch.swift"] == #"""
                /// The rules behind ParcelRoute.POST.
                struct Dispatch: Sendable {
                    let parcels: ParcelService

                    /// Sends it.
                    func addParcel(id: Int, body: NewParcel) async throws -> Parcel {
                        // What is heavy costs more.
                        guard var parcel = try await parcels.find(id) else { throw DispatchError.notFound }
                        let text = """
                            SELECTED
                              \(parcel.state)
                            """
                        parcel.weight = body.weight * 2 + parcels.now()
                        parcel.state = text
                        try await parcels.save(parcel)
                        return parcel
                    }
                }

                /// Why `Dispatch.addParcel` refuses.
                enum DispatchError: Error, Equatable {
                    case notFound
                }

                """#)
    }

    @Test func `the handler makes it from what it has, and says what its errors mean`() throws {
        let route = try #require(try Depot.move(Depot.with(body)).files[Depot.path])
        #expect(
            route.contains("    private var dispatch: Dispatch { Dispatch(parcels: parcels) }\n"))
        #expect(
            route.hasSuffix(
                """
                /// What the service's refusals mean over HTTP.
                extension DispatchError: ProblemConvertible {
                    var problem: Problem {
                        switch self {
                        case .notFound:
                            Problem(.notFound)
                        }
                    }
                }

                """))
    }

    @Test func `in a service that is there its own methods are called without its name`() throws {
        let moving = try Depot.move(Depot.with(body), to: "ParcelService")
        let service = try #require(moving.files["app/services/ParcelService.swift"])
        #expect(service.contains("guard var parcel = try await find(id) else {"))
        #expect(service.contains("body.weight * 2 + now()"))
        #expect(
            service.contains("        try await save(parcel)\n        return parcel\n    }\n}\n"))
        let route = try #require(moving.files[Depot.path])
        #expect(route.contains("        try await parcels.addParcel(id: id, body: body)\n"))
        #expect(!route.contains("private var"))
    }

    @Test func `a name of the service that a local hides is called on self`() throws {
        let body = """
            let find = try await parcels.find(id)
            guard let find, find.weight * 2 > body.weight else { throw ParcelError.missing }
            return find
            """
        let moving = try Depot.move(Depot.with(body), to: "ParcelService")
        let service = try #require(moving.files["app/services/ParcelService.swift"])
        #expect(service.contains("let find = try await self.find(id)"))
    }

    @Test func `a store is what the service calls it`() throws {
        let body = """
            let all = try await store.all().filter { $0.weight > body.weight }
            return Parcel(id: id, weight: all.reduce(0) { $0 + $1.weight }, state: "")
            """
        var sources = Depot.with(body)
        sources["app/services/Census.swift"] =
            "struct Census: Sendable {\n    let shelf: ParcelStore\n}\n"
        let moving = try Depot.move(sources, to: "Census")
        #expect(moving.files["app/services/Census.swift"]?.contains("await shelf.all()") == true)
        let route = try #require(moving.files[Depot.path])
        #expect(route.contains("private var census: Census { Census(shelf: store) }"))
    }

    @Test func `a value that the last statement makes is returned at once`() throws {
        let body = """
            let parcel = try await parcels.find(id)
            let price = body.weight * 2 / (parcel?.weight ?? 1)  // a price
            return Response.json(["price": price])
            """
        let moving = try Depot.move(
            Depot.with(body, returning: "Response"),
            types: ["out price": "Int", "in parcel": "Parcel?"])
        let service = try #require(moving.files["app/services/Dispatch.swift"])
        #expect(
            service.contains(
                "        return body.weight * 2 / (parcel?.weight ?? 1)  // a price\n    }"))
        #expect(!service.contains("return price"))
    }

    @Test func `a second rule goes through the property that the first one has made`() throws {
        var sources = Depot.with(
            "return Parcel(id: id, weight: body.weight * 2 > 9 ? 1 : 2, state: \"\")",
            members: "    private var dispatch: Dispatch { Dispatch(parcels: parcels) }")
        sources["app/services/Dispatch.swift"] = """
            struct Dispatch: Sendable {
                let parcels: ParcelService
            }
            """
        let route = try #require(try Depot.move(sources).files[Depot.path])
        #expect(route.contains("        dispatch.addParcel(id: id, body: body)\n"))
        #expect(route.count(ofWord: "private var") == 1)
    }

    @Test func `the test to fill in calls the service`() throws {
        let moving = try Depot.move(Depot.with(body))
        let test = try #require(moving.files["Tests/appTests/DispatchAddParcelTests.swift"])
        #expect(
            test.contains(
                "let result = try await row.service.addParcel(id: row.id, body: row.body)"))
        #expect(test.contains("var holds: @Sendable (Parcel) -> Bool"))
        #expect(
            test.contains(
                """
                    /// Nothing is tested until a row stands here, such as
                    ///
                    ///     Row(
                    ///         testDescription: "…",
                    ///         service: Dispatch(parcels: ParcelService(store: ParcelStore(), now: …)),
                    ///         id: 1,
                    ///         body: NewParcel(weight: 1),
                    ///         holds: { $0 … })
                    static let rows: [Row] = []

                """))
    }

    private let closures = [
        "app/routes.swift": """
        import Fledge

        struct Desk: Sendable { func take(_ n: Int) async throws {} }
        struct Services: Sendable {
            let desk: Desk  // the only one
        }

        func routes(_ app: App, _ services: Services) {
            app.post("/orders") { request in
                let order = try await request.json(Order.self)
                var total = 0
                for line in order.lines where line.count > 2 { total += line.count * 3 }
                try await services.desk.take(total)
                return Response.json(total)
            }
        }
        """
    ]

    @Test func `the closure of a route reaches it through what holds the services`() throws {
        let moving = try Moving(
            closures, ("app/routes.swift", "POST /orders"), to: "Ordering", method: "place",
            types: ["in order": "Order", "out total": "Int"])
        let routes = try #require(moving.files["app/routes.swift"])
        #expect(routes.contains("let total = try await services.ordering.place(order: order)\n"))
        #expect(
            routes.contains(
                "    let desk: Desk  // the only one\n\n    var ordering: Ordering { Ordering(desk: desk) }\n"
            ))
        let service = try #require(moving.files.first { $0.key.hasSuffix("Ordering.swift") }?.value)
        #expect(service.contains("        try await desk.take(total)\n        return total\n"))
    }

    @Test func `in layers it goes beside the services, and crosses the modules`() throws {
        let sources = [
            "Sources/DepotServices/Services.swift": """
            package struct Parcel: Sendable { package var weight: Int }
            package struct Parcels: Sendable { package func find(_ id: Int) -> Parcel? { nil } }
            package struct Services: Sendable { package let parcels: Parcels }
            """,
            "app/_web/OldError+Problem.swift": "import Fledge\n",
            "app/A.swift": """
            import DepotServices
            import Fledge

            @Route struct ParcelRoute {
                let parcels: Parcels
                func GET(id: Int) throws -> Int {
                    guard let parcel = parcels.find(id) else { throw Problem(.notFound) }
                    return parcel.weight * 2 > 10 ? 3 : 4
                }
            }
            """,
        ]
        let modules = [
            Module(name: "app", kind: .executable, path: "app", dependencies: ["DepotServices"]),
            Module(name: "DepotServices", kind: .library, path: "Sources/DepotServices"),
        ]
        let moving = try Moving(
            sources, ("app/A.swift", "ParcelRoute.GET"), to: "Tariff", method: "price",
            modules: modules)
        let service = try #require(moving.files["Sources/DepotServices/Tariff.swift"])
        for line in [
            "package struct Tariff: Sendable {", "    package let parcels: Parcels",
            "    package init(parcels: Parcels) {",
            "    package func price(id: Int) throws -> Int {",
            "package enum TariffError: Error, Equatable {",
        ] { #expect(service.contains(line + "\n")) }
        let mapping = try #require(moving.files["app/_web/TariffError+Problem.swift"])
        #expect(mapping.hasPrefix("import Fledge\nimport DepotServices\n\n/// What"))
        #expect(mapping.contains("    package var problem: Problem {"))
        #expect(!moving.files.keys.contains { $0.hasPrefix("Tests") })
    }
}

extension String {
    fileprivate func count(ofWord word: String) -> Int { ranges(of: word).count }
}
