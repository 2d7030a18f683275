// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Testing

@testable import FledgeDoctor

/// Decisions in one expression: a rule when a service is told the outcome, none when it is only shown.
@Suite struct GivenDecisionTests {
    private func found(_ body: String, type: String = "Response") -> Int {
        findings(
            BusinessRuleInHandler(),
            [
                "app/boats/_services/BoatService.swift": """
                @Schema struct Boat: Sendable { var id: Int; var seats: Int; var trips: [Int]; var start: Date }
                @Schema struct NewTrip: Sendable { var guests: [String]; var flag: String; var note: String }
                struct BoatService: Sendable {
                    func trips(of id: Int) async throws -> [Boat] { [] }
                    func find(_ id: Int) async throws -> Boat { throw Missing() }
                    func add(_ trip: NewTrip, fee: Int = 0, state: String = "", isFree: Bool = false) async throws {}
                    func list(offset: Int, limit: Int) async throws -> [Boat] { [] }
                }
                struct Sailor: RequestBindable { let id: Int; let years: Int }
                """,
                "app/boats/BoatRoute.swift": """
                import Fledge
                @Route struct BoatRoute {
                    let boats: BoatService
                    func POST(id: Int, page: Int, sailor: Sailor, body: NewTrip) async throws -> \(type) {
                \(body)
                    }
                }
                """,
            ]
        ).count
    }

    static let given = [
        RuleRow(
            "the first trips are free",
            """
            let before = try await boats.trips(of: id)
            let isFirst = before.filter { $0.id == id }.count < 3
            let fee = isFirst ? 0 : 40_00
            try await boats.add(body, fee: fee)
            """),
        RuleRow(
            "a fee by how many come",
            "try await boats.add(body, fee: body.guests.count > 6 ? 90_00 : 60_00)"),
        RuleRow(
            "a fee for each who comes",
            """
            let fee = 15_00 + body.guests.count * 4_50
            try await boats.add(body, fee: fee)
            """),
        RuleRow(
            "who is trusted",
            """
            let isTrusted = sailor.years > 2 || body.note.isEmpty
            try await boats.add(body, state: isTrusted ? "booked" : "asked")
            """),
        RuleRow(
            "a fee by steps",
            """
            let fee = switch body.guests.count {
            case ...2: 20_00
            case ...6: 50_00
            default: 90_00
            }
            try await boats.add(body, fee: fee)
            """),
        RuleRow(
            "a state in branches",
            """
            let state: String
            if sailor.years > 2 { state = "booked" } else { state = "asked" }
            try await boats.add(body, state: state)
            """),
        RuleRow(
            "a fee by who asks",
            """
            let fee = if sailor.years > 2 { 0 } else { 30_00 }
            try await boats.add(body, fee: fee)
            """),
        RuleRow("a flag", "try await boats.add(body, isFree: sailor.years >= 10)"),
        RuleRow(
            "a fee by the time that is left",
            """
            let boat = try await boats.find(id)
            let left = boat.start.timeIntervalSince(now())
            try await boats.add(body, fee: left < 48 * 3600 ? boat.seats / 2 : 0)
            """),
        RuleRow(
            "a number of the answer",
            "return Quote(fee: body.guests.count > 6 ? 90_00 : 60_00)"),
    ]

    @Test(arguments: given) func `what a service is told is a rule`(row: RuleRow) {
        #expect(found(row.source) == 1)
    }

    static let shown = [
        RuleRow(
            "a plural",
            """
            let all = try await boats.trips(of: id)
            let word = all.count == 1 ? "trip" : "trips"
            return Response(body: "\\(all.count) \\(word)")
            """),
        RuleRow(
            "whether there is more",
            """
            let all = try await boats.list(offset: (page - 1) * 20, limit: 21)
            let hasMore = all.count > 20
            return Response.json(all).header("X-More", hasMore ? "yes" : "no")
            """),
        RuleRow(
            "how many are shown",
            """
            let all = try await boats.trips(of: id)
            return Page(count: all.count > 20 ? 20 : all.count)
            """),
        RuleRow(
            "a limit that is bounded",
            """
            let limit = page > 100 ? 100 : page
            return Response.json(try await boats.list(offset: 0, limit: limit))
            """),
        RuleRow(
            "a limit in a branch",
            """
            var most = body.guests.count
            if body.guests.count > 50 { most = 50 }
            return Response.json(try await boats.list(offset: 0, limit: most))
            """),
        RuleRow(
            "a default", "try await boats.add(body, fee: fees[body.flag] ?? 10_00)"),
        RuleRow(
            "a status",
            """
            let all = try await boats.trips(of: id)
            return Response.json(all, status: all.count > 50 ? .accepted : .ok)
            """),
        RuleRow("a feature flag", "try await boats.add(body, isFree: settings.rollout > 50)"),
        RuleRow(
            "whether there are any", "try await boats.add(body, isFree: body.guests.count > 0)"),
        RuleRow(
            "whether a statement has found its row",
            """
            let result = try await boats.rename(id, body.name)
            guard result.changes == 1 else { throw BoatError.gone }
            return Response(.noContent)
            """),
        RuleRow(
            "the end of an entry in a calendar",
            """
            let boat = try await boats.find(id)
            let end = boat.start.addingTimeInterval(Double(boat.hours) * 3600)
            return Response.text("DTSTART:\\(stamp(boat.start)) DTEND:\\(stamp(end))")
            """),
        RuleRow(
            "degrees for another country",
            """
            let boat = try await boats.find(id)
            return Sea(temperature: Double(boat.seats) * 9 / 5 + 32)
            """),
    ]

    @Test(arguments: shown) func `what is only shown is none`(row: RuleRow) {
        #expect(found(row.source) == 0)
    }

    @Test func `a closure sees the services around it`() {
        let sources = [
            "app/_services/OrderService.swift": Shop.services,
            "app/App.swift": """
            import Fledge
            func makeApp(services: Services) -> App {
                let app = App()
                let desk = services.orders
                app.delete("/orders/:id") { request in
                    let order = try await desk.find(1)
                    let refund = order.total > 50_00 ? order.total / 2 : 0
                    return ["refund": refund]
                }
                return app
            }
            """,
        ]
        #expect(findings(BusinessRuleInHandler(), sources).count == 1)
    }
}
