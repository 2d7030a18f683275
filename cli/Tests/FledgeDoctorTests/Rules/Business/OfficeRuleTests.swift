// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Testing

@testable import FledgeDoctor

/// Rules of the domain in handlers, in as many styles as teams have.
@Suite struct OfficeRuleTests {
    static let rows = [
        RuleRow(
            "how long a loan is renewed for",
            #"""
            @Route struct RenewalRoute {
                let loans: LoanService

                func POST(id: Int) async throws -> Loan {
                    guard let loan = try await loans.find(id) else { throw Problem(.notFound) }
                    let days = loan.renewals == 0 ? 28 : 14
                    guard let until = Calendar.current.date(byAdding: .day, value: days, to: loan.dueAt) else {
                        throw Problem(.internalServerError)
                    }
                    return try await loans.renew(id, until: until)
                }
            }
            """#),
        RuleRow(
            "a renewal that always adds four weeks",
            #"""
            @Route struct RenewalRoute {
                let loans: LoanService

                func POST(id: Int) async throws -> Loan {
                    guard let loan = try await loans.find(id) else { throw Problem(.notFound) }
                    return try await loans.renew(loan.id, until: loan.dueAt + 28 * 86_400)
                }
            }
            """#),
        RuleRow(
            "a reminder's fee out of a list",
            #"""
            @Controller struct InvoiceController {
                let invoices: InvoiceService

                @POST("/:id/reminders") func remind(id: Int) async throws -> Invoice {
                    guard let invoice = try await invoices.find(id) else { throw Problem(.notFound) }
                    let fee = [0, 250, 500, 1000][min(invoice.reminders, 3)]
                    return try await invoices.remind(id, fee: fee)
                }
            }
            """#),
        RuleRow(
            "weeks of a freeze by plan, from a dictionary",
            #"""
            @Controller struct MemberController {
                let members: MemberService
                private static let allowance: [Plan: Int] = [.basic: 1, .plus: 3, .family: 4]

                @POST("/:id/freeze") func freeze(id: Int) async throws -> Member {
                    guard let member = try await members.find(id) else { throw Problem(.notFound) }
                    return try await members.freeze(id, weeks: Self.allowance[member.plan, default: 0])
                }
            }
            """#),
        RuleRow(
            "a streak in an extension beside the handler",
            #"""
            @Route struct AttemptRoute {
                let quizzes: QuizService

                func GET(id: Int) async throws -> Result {
                    guard let attempt = try await quizzes.find(id) else { throw Problem(.notFound) }
                    return Result(id: attempt.id, streak: attempt.streak)
                }
            }

            extension Attempt {
                fileprivate var streak: Int {
                    var best = 0
                    var current = 0
                    for answer in answers {
                        current = answer.isRight ? current + 1 : 0
                        best = max(best, current)
                    }
                    return best
                }
            }
            """#),
        RuleRow(
            "hours to answer by priority, in a free function",
            #"""
            @Route struct TicketRoute {
                let tickets: TicketService

                func GET(id: Int) async throws -> TicketView {
                    guard let ticket = try await tickets.find(id) else { throw Problem(.notFound) }
                    return TicketView(id: id, answerBy: ticket.openedAt.addingTimeInterval(patience(ticket)))
                }
            }

            private func patience(_ ticket: Ticket) -> TimeInterval {
                switch ticket.priority {
                case .high: 4 * 3600
                case .normal: 24 * 3600
                case .low: 72 * 3600
                }
            }
            """#),
        RuleRow(
            "nobody below sixteen",
            #"""
            @Route struct MemberLoansRoute {
                let loans: LoanService
                let members: MemberService

                func POST(id: Int, body: NewLoan) async throws -> Loan {
                    guard let member = try await members.find(id) else { throw Problem(.notFound) }
                    let age = Calendar.current.dateComponents([.year], from: member.birthday, to: .now).year ?? 0
                    guard age >= 16 else { throw Problem(.forbidden, "Only from sixteen on.") }
                    return try await loans.lend(body.book, to: member.id)
                }
            }
            """#),
        RuleRow(
            "which loans are overdue",
            #"""
            @Route struct OverdueRoute {
                let loans: LoanService

                func GET(id: Int) async throws -> [Loan] {
                    let now = Date()
                    return try await loans.loans(of: id).filter { $0.returnedAt == nil && $0.dueAt < now }
                }
            }
            """#),
        RuleRow(
            "which state follows which, by a tuple",
            #"""
            @Route struct TicketStateRoute {
                let tickets: TicketService

                func PUT(id: Int, body: Move) async throws -> Ticket {
                    guard let ticket = try await tickets.find(id) else { throw Problem(.notFound) }
                    switch (ticket.state, body.state) {
                    case (.open, .pending), (.pending, .open), (.pending, .resolved), (.resolved, .closed):
                        return try await tickets.move(id, to: body.state)
                    default:
                        throw Problem(.conflict, "A ticket cannot go there from where it is.")
                    }
                }
            }
            """#),
        RuleRow(
            "which state follows which, by a table",
            #"""
            @Route struct TicketStateRoute {
                let tickets: TicketService

                func PUT(id: Int, body: Move) async throws -> Ticket {
                    guard let ticket = try await tickets.find(id) else { throw Problem(.notFound) }
                    let next: [TicketState: Set<TicketState>] = [
                        .open: [.pending, .closed], .pending: [.open, .resolved], .resolved: [.closed],
                    ]
                    guard next[ticket.state]?.contains(body.state) == true else { throw Problem(.conflict) }
                    return try await tickets.move(id, to: body.state)
                }
            }
            """#),
        RuleRow(
            "three attempts a day",
            #"""
            @Route struct AttemptsRoute {
                let quizzes: QuizService

                func POST(quiz: Int, player: Player) async throws -> Attempt {
                    let today = try await quizzes.attempts(of: player.id, on: Date())
                    guard today.count < 3 else { throw Problem(.tooManyRequests, "Come back tomorrow.") }
                    return try await quizzes.start(quiz, by: player.id)
                }
            }
            """#),
        RuleRow(
            "tax, rounded up",
            #"""
            @Controller struct InvoiceController {
                let invoices: InvoiceService

                @GET("/:id/total") func total(id: Int) async throws -> Total {
                    guard let invoice = try await invoices.find(id) else { throw Problem(.notFound) }
                    let tax = (Double(invoice.net) * 0.19).rounded(.up)
                    return Total(net: invoice.net, tax: Int(tax))
                }
            }
            """#),
        RuleRow(
            "ten points for each right answer",
            #"""
            @Route struct FinishRoute {
                let quizzes: QuizService

                func POST(id: Int) async throws -> Response {
                    guard let attempt = try await quizzes.find(id) else { throw Problem(.notFound) }
                    let points = attempt.answers.reduce(into: 0) { sum, answer in
                        if answer.isRight { sum += 10 }
                    }
                    try await quizzes.award(points, to: attempt.player)
                    return Response(.noContent)
                }
            }
            """#),
        RuleRow(
            "quick answers are worth more",
            #"""
            @Route struct FinishRoute {
                let quizzes: QuizService

                func POST(id: Int) async throws -> Score {
                    guard let attempt = try await quizzes.find(id) else { throw Problem(.notFound) }
                    let points = attempt.answers
                        .filter(\.isRight)
                        .map { max(20 - $0.seconds, 5) }
                        .reduce(0, +)
                    try await quizzes.award(points, to: attempt.player)
                    return Score(points)
                }
            }
            """#),
        RuleRow(
            "a webhook that decides what is paid",
            #"""
            @Route struct StripeRoute {
                let invoices: InvoiceService

                func POST(body: ChargeSucceeded) async throws -> Response {
                    guard let invoice = try await invoices.find(body.invoice) else { return Response(.ok) }
                    try await invoices.book(body.amount, on: invoice.id)
                    if body.amount >= invoice.net {
                        try await invoices.markPaid(invoice.id)
                    }
                    return Response(.ok)
                }
            }
            """#),
        RuleRow(
            "a cron that closes what is old",
            #"""
            @Route struct CloseStaleRoute {
                let tickets: TicketService

                func POST() async throws -> Closed {
                    let now = Date()
                    var closed = 0
                    for ticket in try await tickets.listOpen() {
                        guard let answered = ticket.answeredAt, now.timeIntervalSince(answered) > 7 * 86_400 else {
                            continue
                        }
                        try await tickets.close(ticket.id)
                        closed += 1
                    }
                    return Closed(closed)
                }
            }
            """#),
        RuleRow(
            "a ticket's priority by plan, in an argument",
            #"""
            @Route struct TicketsRoute {
                let tickets: TicketService
                let members: MemberService

                func POST(body: NewTicket) async throws -> Ticket {
                    guard let member = try await members.find(body.member) else { throw Problem(.notFound) }
                    return try await tickets.open(
                        body.subject, by: member.id, priority: member.plan == .family ? .high : .normal)
                }
            }
            """#),
        RuleRow(
            "free weeks by years of membership, as a closure",
            #"""
            func addMembers(to app: App, _ services: Services) {
                app.post("/members/:id/freeze") { (request, id: Int) in
                    guard let member = try await services.members.find(id) else { throw Problem(.notFound) }
                    let months = Calendar.current.dateComponents([.month], from: member.joinedAt, to: Date()).month ?? 0
                    return try await services.members.freeze(id, weeks: months / 6)
                }
            }
            """#),
    ]

    @Test(arguments: rows) func `a rule of the domain is found`(row: RuleRow) {
        let found = findings(BusinessRuleInHandler(), OfficeApp.with(row.source))
        #expect(found.isEmpty == false)
    }
}
