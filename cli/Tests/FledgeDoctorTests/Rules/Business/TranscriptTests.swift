// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Testing

@testable import FledgeDoctor

/// Numbers that are kept between the lines of a text, and numbers that go on to a service.
@Suite struct TranscriptTests {
    private static let services = """
        import FledgeSchema

        @Schema struct Stop: Sendable { var id: Int; var day: Int; var name: String; var minutes: Int; var cents: Int }
        @Schema struct NewStop { var name: String; var code: String?; var minutes: Int }
        struct TourService: Sendable {
            func stops(_ id: Int) async throws -> [Stop] { [] }
            func add(_ name: String, minutes: Int) async throws -> Stop { throw Missing() }
            func charge(_ cents: Int) async throws {}
        }
        """

    private func found(_ handler: String) -> [Finding] {
        findings(
            BusinessRuleInHandler(),
            [
                "app/_services/TourService.swift": Self.services,
                "app/tours/[id]/TourRoute.swift": """
                import Fledge

                @Route struct TourRoute {
                    let tours: TourService
                \(handler)
                }
                """,
            ])
    }

    static let shown = [
        RuleRow(
            "a heading for each day",
            """
            func GET(id: Int) async throws -> String {
                var lines: [String] = []
                var day = 0
                for stop in try await tours.stops(id) {
                    if stop.day != day {
                        day = stop.day
                        lines.append("Day \\(day)")
                    }
                    lines.append(stop.name)
                }
                return lines.joined(separator: "\\n")
            }
            """),
        RuleRow(
            "the last one, to see a change, in a list of values",
            """
            func GET(id: Int) async throws -> [String] {
                var rows: [String] = []
                var last: Int?
                for stop in try await tours.stops(id) {
                    if last == nil || last != stop.day { rows.append("Day") }
                    if last != stop.day { last = stop.day }
                    rows.append(stop.name)
                }
                return rows
            }
            """),
        RuleRow(
            "groups that are begun anew",
            """
            func GET(id: Int) async throws -> [[Stop]] {
                var groups: [[Stop]] = []
                var current = -1
                for stop in try await tours.stops(id) {
                    if current != stop.day {
                        groups.append([])
                        current = stop.day
                    }
                    groups[groups.count - 1].append(stop)
                }
                return groups
            }
            """),
        RuleRow(
            "a sign for a text",
            """
            func GET(id: Int) async throws -> String {
                var text = ""
                var widest = 0
                for stop in try await tours.stops(id) {
                    if stop.name.count > widest { widest = stop.name.count }
                    text += stop.name
                }
                return text + String(repeating: "-", count: widest)
            }
            """),
        RuleRow(
            "a text that a code chooses",
            """
            func POST(id: Int, body: NewStop) async throws -> Stop {
                let title = body.code.map { "\\($0) \\(body.name)" } ?? body.name
                return try await tours.add(title, minutes: body.minutes)
            }
            """),
    ]

    @Test(arguments: shown) func `where something changes is only shown`(row: RuleRow) {
        #expect(found(row.source) == [])
    }

    static let rules = [
        RuleRow(
            "a bonus by what a code begins with",
            """
            func POST(id: Int, body: NewStop) async throws -> Stop {
                let extra = body.code.map { $0.hasPrefix("VIP") ? 20 : 10 } ?? 0
                return try await tours.add(body.name, minutes: body.minutes + extra)
            }
            """),
        RuleRow(
            "a bonus of a named parameter",
            """
            func POST(id: Int, body: NewStop) async throws -> Stop {
                let minutes = body.code.flatMap { code in code.contains("L") ? 90 : nil } ?? 45
                return try await tours.add(body.name, minutes: minutes)
            }
            """),
        RuleRow(
            "a fee for the longest stop",
            """
            func POST(id: Int) async throws -> Response {
                var fee = 0
                for stop in try await tours.stops(id) {
                    if stop.minutes > 30 { fee = stop.cents }
                }
                try await tours.charge(fee)
                return Response(.noContent)
            }
            """),
        RuleRow(
            "a fee for each day that begins",
            """
            func POST(id: Int) async throws -> Response {
                var fee = 0
                var day = 0
                for stop in try await tours.stops(id) {
                    if stop.day != day {
                        day = stop.day
                        fee += 450
                    }
                }
                try await tours.charge(fee)
                return Response(.noContent)
            }
            """),
        RuleRow(
            "the dearest, which is charged",
            """
            func POST(id: Int) async throws -> Response {
                var dearest = 0
                for stop in try await tours.stops(id) {
                    if stop.cents > dearest { dearest = stop.cents }
                }
                try await tours.charge(dearest)
                return Response(.noContent)
            }
            """),
    ]

    @Test(arguments: rules) func `what a service is told by it is a rule`(row: RuleRow) {
        #expect(found(row.source).count == 1)
    }
}
