// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Testing

@testable import FledgeDoctor

@Suite struct RefusalTests {
    struct Row: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var body: String
        var code: String
        var returning = "Parcel"
        var members = ""
        var file = ""
        var service = "Dispatch"
        var types: [String: String] = [:]
        /// A line of the route's file.
        var line: Int?
    }

    private static let rule = "let price = body.weight * 2 > 10 ? 3 : 4\n"

    static let rows = [
        Row(
            testDescription: "a handler without logic", body: "return try await parcels.find(id)!",
            code: "nothing-to-move"),
        Row(
            testDescription: "an answer of the web in the middle of it",
            body:
                "var price = body.weight * 2\nif price > 10 { return Response(.ok) }\nprice += 5 * id\nreturn Response.json(price)",
            code: "web-type", returning: "Response", line: 10),
        Row(
            testDescription: "an answer in the middle of it",
            body:
                "var price = body.weight * 2\nif price > 10 { return ready() }\nprice += 5 * id\nreturn Response.json(price)",
            code: "early-return", returning: "Response", line: 10),
        Row(
            testDescription: "a request in it",
            body:
                "let price = body.weight * (request.isHead ? 3 : 4) / 7\nreturn Response.json(price)",
            code: "web-value", returning: "Response", line: 9),
        Row(
            testDescription: "a helper of the route",
            body:
                "return Parcel(id: id, weight: doubled(body.weight) * 2 > 9 ? 1 : 2, state: \"\")",
            code: "not-movable", members: "    func doubled(_ n: Int) -> Int { n * 2 }", line: 9),
        Row(
            testDescription: "a property that the route works out",
            body: "return Parcel(id: id, weight: fee * body.weight > 9 ? 1 : 2, state: \"\")",
            code: "not-movable", members: "    var fee: Int { 7 }", line: 9),
        Row(
            testDescription: "a private function of the file",
            body:
                "return Parcel(id: id, weight: doubled(body.weight) * 2 > 9 ? 1 : 2, state: \"\")",
            code: "not-movable", file: "private func doubled(_ n: Int) -> Int { n * 2 }"),
        Row(
            testDescription: "a macro that means its place",
            body: "return Parcel(id: #line, weight: body.weight * 2 > 9 ? 1 : 2, state: \"\")",
            code: "not-movable"),
        Row(
            testDescription: "the whole route passed on",
            body: "return Parcel(id: f(self), weight: body.weight * 2 > 9 ? 1 : 2, state: \"\")",
            code: "not-movable"),
        Row(
            testDescription: "a failure of the server, which would be logged in another way",
            body: rule
                + "if price > 3 { throw Problem(.serviceUnavailable) }\nreturn Parcel(id: id, weight: price, state: \"\")",
            code: "failure"),
        Row(
            testDescription: "a catch around the problem",
            body:
                "do { if body.weight * id > 9 { throw Problem(.conflict) } } catch { print(error) }\nreturn Parcel(id: 1, weight: 1, state: \"\")",
            code: "not-movable"),
        Row(
            testDescription: "a problem that asks a service",
            body: rule
                + "if price > 3 { throw Problem(.conflict, \"\\(parcels.now())\") }\nreturn Parcel(id: id, weight: price, state: \"\")",
            code: "problem-asks"),
        Row(
            testDescription: "a file that catches problems by their type",
            body: rule
                + "if price > 3 { throw Problem(.conflict) }\nreturn Parcel(id: id, weight: price, state: \"\")",
            code: "problem-caught",
            file: "func f(_ e: any Error) -> Bool { e is Problem }"),
        Row(
            testDescription: "a type that is private", body: rule + "return Box(price: price)",
            code: "private-type", returning: "Box", file: "private struct Box { var price: Int }"),
        Row(
            testDescription: "a type that nobody knows",
            body:
                "let key = request.headers[\"X\"]\nlet price = body.weight * 2 > key.count ? 3 : 4\nreturn Response.json(price)",
            code: "unknown-type", returning: "Response", types: ["out price": "Int"]),
        Row(
            testDescription: "a type without a name",
            body:
                "let key = request.parts.lazy\nlet price = body.weight * 2 > key.count ? 3 : 4\nreturn Response.json(price)",
            code: "unnameable-type", returning: "Response",
            types: ["in key": "some Sequence", "out price": "Int"]),
        Row(
            testDescription: "a value that turns out to be of the web",
            body:
                "let key = request.parts\nlet price = body.weight * 2 > key.count ? 3 : 4\nreturn Response.json(price)",
            code: "web-value", returning: "Response",
            types: ["in key": "Multipart", "out price": "Int"]),
        Row(
            testDescription: "no name of a type",
            body: rule + "return Parcel(id: id, weight: price, state: \"\")",
            code: "name", service: "dispatch"),
        Row(
            testDescription: "the route itself",
            body: rule + "return Parcel(id: id, weight: price, state: \"\")",
            code: "not-a-service", service: "ParcelRoute"),
        Row(
            testDescription: "an enum",
            body: rule + "return Parcel(id: id, weight: price, state: \"\")",
            code: "not-a-service", service: "ParcelError"),
        Row(
            testDescription: "a service that does not keep what is needed",
            body:
                "return try await parcels.find(id)!.weight * 2 > 3 ? Parcel(id: 1, weight: 2, state: \"\") : Parcel(id: 2, weight: 2, state: \"\")",
            code: "not-kept", service: "ParcelStore"),
    ]

    @Test(arguments: rows) func `what cannot be moved without a doubt is refused`(_ row: Row) throws
    {
        let sources = Depot.with(
            row.body, returning: row.returning, members: row.members, file: row.file)
        let refusal = Moving.refusal {
            try Depot.move(sources, to: row.service, types: row.types)
        }
        #expect(refusal?.code == row.code, "\(refusal?.description ?? "moved")")
        if let line = row.line { #expect(refusal?.place == "\(Depot.path):\(line)") }
        #expect(refusal?.remedy?.isEmpty == false)
    }

    @Test func `a value that binds itself stays in the handler`() {
        let source = """
            import Fledge
            struct Order { var total: Int }
            @Route struct ARoute {
                func POST(login: Session, body: Order) -> Int { body.total * 2 > login.limit ? 3 : 4 }
            }
            """
        let refusal = Moving.refusal {
            try Moving(["app/A.swift": source], ("app/A.swift", "POST"), to: "Pricing")
        }
        #expect(refusal?.code == "web-value")
    }

    @Test func `SQL does not go into a pure module`() {
        let sources = [
            "Sources/DepotServices/Services.swift": "package struct Services {}\n",
            "app/A.swift": """
            import Fledge
            import FledgeData
            @Route struct A {
                let db: Database
                func GET() async throws -> [Int] { try await db.query("SELECT id FROM parcels WHERE 1", as: Int.self) }
            }
            """,
        ]
        let modules = [
            Module(name: "app", kind: .executable, path: "app", dependencies: ["DepotServices"]),
            Module(name: "DepotServices", kind: .library, path: "Sources/DepotServices"),
        ]
        let refusal = Moving.refusal {
            try Moving(sources, ("app/A.swift", "GET"), to: "ParcelService", modules: modules)
        }
        #expect(refusal?.code == "sql")
    }
}
