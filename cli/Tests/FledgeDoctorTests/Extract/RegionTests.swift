// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Testing

@testable import FledgeDoctor

@Suite struct RegionTests {
    struct Row: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var body: String
        var returning = "Parcel"
        var types: [String: String] = [:]
        /// The signature of the method, as far as it is settled here.
        var inputs: [String]
        var result: String?
        /// How the handler looks afterwards.
        var handler: String
    }

    static let rows = [
        Row(
            testDescription: "all of it, where it ends with a value of the domain",
            body: """
                guard var parcel = try await parcels.find(id) else { throw ParcelError.missing }
                parcel.weight = body.weight * 2
                try await parcels.save(parcel)
                return parcel
                """,
            inputs: ["id", "body"], result: "Parcel",
            handler: "try await dispatch.addParcel(id: id, body: body)"),
        Row(
            testDescription: "what comes before a value of the web stays",
            body: """
                let name = request.headers["X-Name"] ?? "nobody"
                let weight = body.weight * 3 / 2
                return Parcel(id: weight, weight: weight > 10 ? 2 : 1, state: name)
                """,
            types: ["in name": "String"], inputs: ["body", "name"], result: "Parcel",
            handler: """
                let name = request.headers["X-Name"] ?? "nobody"
                        return dispatch.addParcel(body: body, name: name)
                """),
        Row(
            testDescription: "an answer of the web stays, and one value comes back",
            body: """
                var price = body.weight * 2
                if body.weight > 1_000 { price += 5 }
                return Created(Parcel(id: id, weight: price, state: ""))
                """,
            returning: "Created<Parcel>", types: ["out price": "Int"], inputs: ["body"],
            result: "Int",
            handler: """
                let price = dispatch.price(body: body)
                        return Created(Parcel(id: id, weight: price, state: ""))
                """),
        Row(
            testDescription: "two values come back with their names",
            body: """
                var price = body.weight * 2
                var rest = body.weight % 7
                if price > 10 { price -= rest; rest += price / 2 }
                return Response.json(["price": price, "rest": rest])
                """,
            returning: "Response", types: ["out price": "Int", "out rest": "Int"], inputs: ["body"],
            result: "(price: Int, rest: Int)",
            handler: """
                let (price, rest) = dispatch.addParcel(body: body)
                        return Response.json(["price": price, "rest": rest])
                """),
        Row(
            testDescription: "what is changed afterwards comes back as a variable",
            body: """
                var price = body.weight * 2
                if price > 10 { price = price * 9 / 10 }
                if request.headers["X-Staff"] != nil { price = 0 }
                return Response.json(price)
                """,
            returning: "Response", types: ["out price": "Int"], inputs: ["body"], result: "Int",
            handler: """
                var price = dispatch.price(body: body)
                        if request.headers["X-Staff"] != nil { price = 0 }
                        return Response.json(price)
                """),
        Row(
            testDescription: "a check gives nothing back",
            body: """
                if body.weight * id > 1_000 { throw Problem(.conflict, "Too heavy.", code: "heavy") }
                return Response(.noContent)
                """,
            returning: "Response", inputs: ["id", "body"], result: nil,
            handler: """
                try dispatch.checkParcel(id: id, body: body)
                        return Response(.noContent)
                """),
        Row(
            testDescription: "a name that is unwrapped by its short form is given",
            body: """
                guard let limit else { throw ParcelError.missing }
                return Parcel(id: id, weight: limit * 2 / 3 > 7 ? 1 : 2, state: "")
                """,
            inputs: ["id", "limit"], result: "Parcel",
            handler: "try dispatch.addParcel(id: id, limit: limit)"),
    ]

    @Test(arguments: rows) func `the rule moves, and the web stays`(_ row: Row) throws {
        let moving = try Depot.move(
            Depot.with(row.body, returning: row.returning), types: row.types)
        #expect(moving.move.inputs.map(\.name) == row.inputs)
        #expect(moving.move.resultType == row.result)
        let handler = try #require(moving.files[Depot.path])
        let body = handler.components(after: "-> \(row.returning) {\n", before: "\n    }\n")
        #expect(body == "        " + row.handler)
    }
}

extension String {
    /// What stands between two texts.
    func components(after start: String, before end: String) -> String? {
        guard let first = firstRange(of: start) else { return nil }
        let rest = self[first.upperBound...]
        guard let last = rest.firstRange(of: end) else { return nil }
        return String(rest[..<last.lowerBound])
    }
}
