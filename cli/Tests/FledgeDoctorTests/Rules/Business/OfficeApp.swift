// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// A library, its members, tickets, invoices and quizzes, with one route.
enum OfficeApp {
    static func with(_ route: String) -> [String: String] {
        [
            "app/_services/Services.swift": services,
            "app/things/[id]/ThingRoute.swift": "import Fledge\nimport Foundation\n\n" + route,
        ]
    }

    static let services = #"""
        import FledgeSchema
        import Foundation

        @Schema enum Plan: String, Sendable { case basic, plus, family }
        @Schema enum Priority: String, Sendable { case low, normal, high }
        @Schema enum TicketState: String, Sendable { case open, pending, resolved, closed }
        @Schema struct Member: Sendable {
            var id: Int
            var name: String
            var language: String
            var birthday: Date
            var joinedAt: Date
            var plan: Plan
            var visits: [Date]
            var freezes: Int
        }
        @Schema struct Loan: Sendable {
            var id: Int
            var member: Int
            var book: String
            var dueAt: Date
            var returnedAt: Date?
            var renewals: Int
        }
        @Schema struct Ticket: Sendable {
            var id: Int
            var customer: Int
            var subject: String
            var priority: Priority
            var state: TicketState
            var openedAt: Date
            var answeredAt: Date?
            var assignee: Int?
        }
        @Schema struct Line: Sendable { var text: String; var quantity: Int; var cents: Int }
        @Schema struct Invoice: Sendable {
            var id: Int
            var customer: Int
            var net: Int
            var issuedAt: Date
            var updatedAt: Date
            var paidAt: Date?
            var reminders: Int
            var lines: [Line]
        }
        @Schema struct Answer: Sendable { var question: Int; var isRight: Bool; var seconds: Int }
        @Schema struct Attempt: Sendable {
            var id: Int
            var player: Int
            var answers: [Answer]
            var startedAt: Date
            var finishedAt: Date?
        }
        @Schema struct DayFigure: Sendable { var day: Date; var cents: Int; var orders: Int }
        enum Payment { case paid(Invoice), already, declined(String) }

        struct LoanService: Sendable {
            func find(_ id: Int) async throws -> Loan? { nil }
            func loans(of member: Int) async throws -> [Loan] { [] }
            func list(from: Date, to: Date) async throws -> [Loan] { [] }
            func renew(_ id: Int, until: Date) async throws -> Loan { throw Missing() }
            func giveBack(_ id: Int, fine: Int) async throws {}
            func lend(_ book: String, to member: Int) async throws -> Loan { throw Missing() }
        }
        struct MemberService: Sendable {
            func find(_ id: Int) async throws -> Member? { nil }
            func save(_ member: Member) async throws -> Member { member }
            func all() async throws -> [Member] { [] }
            func freeze(_ id: Int, weeks: Int) async throws -> Member { throw Missing() }
            func join(_ name: String, plan: Plan) async throws -> Member { throw Missing() }
        }
        struct TicketService: Sendable {
            func find(_ id: Int) async throws -> Ticket? { nil }
            func open(_ subject: String, by customer: Int, priority: Priority) async throws -> Ticket { throw Missing() }
            func listOpen() async throws -> [Ticket] { [] }
            func move(_ id: Int, to state: TicketState) async throws -> Ticket { throw Missing() }
            func assign(_ id: Int, to agent: Int) async throws -> Ticket { throw Missing() }
            func close(_ id: Int) async throws {}
            func search(_ text: String, limit: Int) async throws -> [Ticket] { [] }
            func importAll(_ rows: [String], batch: Int) async throws -> Int { 0 }
        }
        struct InvoiceService: Sendable {
            func find(_ id: Int) async throws -> Invoice? { nil }
            func list() async throws -> [Invoice] { [] }
            func remind(_ id: Int, fee: Int) async throws -> Invoice { throw Missing() }
            func markPaid(_ id: Int) async throws {}
            func book(_ cents: Int, on id: Int) async throws {}
            func pay(_ id: Int, with token: String) async throws -> Payment { .already }
            func days(from: Date, to: Date) async throws -> [DayFigure] { [] }
        }
        struct QuizService: Sendable {
            func find(_ id: Int) async throws -> Attempt? { nil }
            func attempts(of player: Int, on day: Date) async throws -> [Attempt] { [] }
            func start(_ quiz: Int, by player: Int) async throws -> Attempt { throw Missing() }
            func award(_ points: Int, to player: Int) async throws {}
        }
        struct Services {
            let loans: LoanService
            let members: MemberService
            let tickets: TicketService
            let invoices: InvoiceService
            let quizzes: QuizService
        }
        """#
}
