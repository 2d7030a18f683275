// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Testing

@testable import FledgeDoctor

/// What looks like a rule and is the work of a handler.
@Suite struct OfficeWorkTests {
    static let rows = [
        RuleRow(
            "due dates as text",
            #"""
            @Route struct LoansRoute {
                let loans: LoanService

                func GET(id: Int) async throws -> [LoanView] {
                    try await loans.loans(of: id).map { loan in
                        LoanView(
                            id: loan.id, title: loan.book,
                            due: loan.dueAt.formatted(.dateTime.day().month()),
                            returned: loan.returnedAt?.ISO8601Format())
                    }
                }
            }
            """#),
        RuleRow(
            "the last thirty days by default",
            #"""
            @Route struct FiguresRoute {
                let invoices: InvoiceService

                func GET(from: Date?, to: Date?) async throws -> [DayFigure] {
                    let end = to ?? Date()
                    let start = from ?? end.addingTimeInterval(-30 * 86_400)
                    guard start < end else { throw Problem(.badRequest, "The end is before the start.") }
                    return try await invoices.days(from: start, to: end)
                }
            }
            """#),
        RuleRow(
            "batches of an import",
            #"""
            @Route struct ImportRoute {
                let tickets: TicketService

                func POST(body: [String]) async throws -> Imported {
                    let size = body.count > 5_000 ? 1_000 : 200
                    let count = try await tickets.importAll(body, batch: size)
                    return Imported(rows: body.count, stored: count, skipped: body.count - count)
                }
            }
            """#),
        RuleRow(
            "a limit for a search",
            #"""
            @Route struct SearchRoute {
                let tickets: TicketService

                func GET(q: String, limit: Int?) async throws -> [Ticket] {
                    let text = q.trimmingCharacters(in: .whitespaces)
                    guard text.count >= 2 else { return [] }
                    return try await tickets.search(text, limit: min(max(limit ?? 20, 1), 100))
                }
            }
            """#),
        RuleRow(
            "an allow-list in a constant",
            #"""
            @Controller struct MemberController {
                let members: MemberService
                private static let languages: Set<String> = ["de", "en", "fr"]

                @PATCH("/:id/language") func language(id: Int, body: LanguageChoice) async throws -> Member {
                    guard Self.languages.contains(body.language) else { throw Problem(.unprocessableContent) }
                    guard var member = try await members.find(id) else { throw Problem(.notFound) }
                    member.language = body.language
                    return try await members.save(member)
                }
            }
            """#),
        RuleRow(
            "how long an answer is fresh",
            #"""
            @Controller struct InvoiceController {
                let invoices: InvoiceService

                @GET("/:id") func show(id: Int) async throws -> Response {
                    guard let invoice = try await invoices.find(id) else { throw Problem(.notFound) }
                    let seconds = invoice.paidAt == nil ? 30 : 86_400
                    return Response.json(invoice).header("Cache-Control", "private, max-age=\(seconds)")
                }
            }
            """#),
        RuleRow(
            "the outcome of a payment becomes a status",
            #"""
            @Route struct PaymentRoute {
                let invoices: InvoiceService

                func POST(id: Int, body: Card) async throws -> Response {
                    switch try await invoices.pay(id, with: body.token) {
                    case .paid(let invoice): return Response.json(invoice, status: .created)
                    case .already: throw Problem(.conflict, "It is paid already.")
                    case .declined(let reason): throw Problem(.paymentRequired, reason)
                    }
                }
            }
            """#),
        RuleRow(
            "points of a chart",
            #"""
            @Route struct ChartRoute {
                let invoices: InvoiceService

                func GET(from: Date, to: Date) async throws -> Chart {
                    let days = try await invoices.days(from: from, to: to)
                    return Chart(
                        points: days.map { Point(x: $0.day.timeIntervalSince1970, y: Double($0.cents) / 100) },
                        from: days.first?.day, to: days.last?.day)
                }
            }
            """#),
        RuleRow(
            "a page by cursor",
            #"""
            @Route struct MembersRoute {
                let members: MemberService

                func GET(after: Int?, size: Int = 20) async throws -> MemberPage {
                    let all = try await members.all().sorted { $0.id < $1.id }
                    let rest = all.drop { $0.id <= after ?? 0 }
                    let page = Array(rest.prefix(size))
                    return MemberPage(items: page, next: page.count < rest.count ? page.last?.id : nil)
                }
            }
            """#),
        RuleRow(
            "not modified",
            #"""
            @Controller struct InvoiceController {
                let invoices: InvoiceService

                @GET("/:id") func show(id: Int, request: Request) async throws -> Response {
                    guard let invoice = try await invoices.find(id) else { throw Problem(.notFound) }
                    if let text = request.headers[.ifModifiedSince], let since = HTTPDate.parse(text),
                        invoice.updatedAt.timeIntervalSince(since) < 1
                    {
                        return Response(.notModified)
                    }
                    return Response.json(invoice).header(.lastModified, HTTPDate.format(invoice.updatedAt))
                }
            }
            """#),
        RuleRow(
            "an agent's ticket",
            #"""
            @Controller struct TicketController {
                let tickets: TicketService

                @POST("/:id/assignee") func assign(id: Int, agent: Agent, body: Assignment) async throws -> Ticket {
                    guard let ticket = try await tickets.find(id) else { throw Problem(.notFound) }
                    guard agent.isLead || ticket.assignee == agent.id || ticket.assignee == nil else {
                        throw Problem(.forbidden, "It is somebody else's ticket.")
                    }
                    return try await tickets.assign(ticket.id, to: body.agent ?? agent.id)
                }
            }
            """#),
        RuleRow(
            "a webhook's signature is fresh",
            #"""
            @Route struct HookRoute {
                let invoices: InvoiceService
                let secret: String

                func POST(request: Request, body: Hook) async throws -> Response {
                    guard let stamp = request.headers[.init("X-Timestamp")!].flatMap(Double.init),
                        abs(Date().timeIntervalSince1970 - stamp) < 300
                    else { throw Problem(.unauthorized, "The signature is too old.") }
                    if body.type == "charge.succeeded" { try await invoices.markPaid(body.invoice) }
                    return Response(.ok)
                }
            }
            """#),
        RuleRow(
            "fields that are sent are changed",
            #"""
            @Controller struct MemberController {
                let members: MemberService

                @PATCH("/:id") func update(id: Int, body: MemberPatch) async throws -> Member {
                    guard var member = try await members.find(id) else { throw Problem(.notFound) }
                    if let name = body.name { member.name = name }
                    if let language = body.language { member.language = language.lowercased() }
                    if let birthday = body.birthday { member.birthday = birthday }
                    return try await members.save(member)
                }
            }
            """#),
        RuleRow(
            "a badge on a page",
            #"""
            @Route struct TicketPage {
                let tickets: TicketService

                func GET(id: Int) async throws -> HTML {
                    guard let ticket = try await tickets.find(id) else { throw Problem(.notFound) }
                    let color = ticket.state == .open ? "green" : "gray"
                    let minutes = Int(Date().timeIntervalSince(ticket.openedAt)) / 60
                    let since = minutes < 60 ? "\(minutes) min" : "\(minutes / 60) h"
                    return HTML("<span class=\"\(color)\">\(ticket.subject)</span> <time>\(since)</time>")
                }
            }
            """#),
        RuleRow(
            "when to try again",
            #"""
            @Route struct AttemptRoute {
                let quizzes: QuizService

                func GET(id: Int) async throws -> Response {
                    guard let attempt = try await quizzes.find(id) else { throw Problem(.notFound) }
                    guard let finished = attempt.finishedAt else {
                        let seconds = max(1, Int(5 - Date().timeIntervalSince(attempt.startedAt)))
                        return Response(.accepted).header("Retry-After", String(seconds))
                    }
                    return Response.json(attempt).header(.lastModified, HTTPDate.format(finished))
                }
            }
            """#),
        RuleRow(
            "loans by member",
            #"""
            @Route struct ShelvesRoute {
                let loans: LoanService

                func GET(from: Date, to: Date) async throws -> [Shelf] {
                    let found = try await loans.list(from: from, to: to)
                    return Dictionary(grouping: found, by: \.member)
                        .map { Shelf(member: $0.key, books: $0.value.map(\.book), count: $0.value.count) }
                        .sorted { $0.member < $1.member }
                }
            }
            """#),
        RuleRow(
            "a week that is written as text",
            #"""
            @Route struct WeekRoute {
                let loans: LoanService

                func GET(week: String) async throws -> [Loan] {
                    let parts = week.split(separator: "-W").compactMap { Int($0) }
                    var calendar = Calendar(identifier: .iso8601)
                    calendar.timeZone = .gmt
                    guard parts.count == 2, (1...53).contains(parts[1]),
                        let monday = calendar.date(from: DateComponents(weekOfYear: parts[1], yearForWeekOfYear: parts[0])),
                        let next = calendar.date(byAdding: .day, value: 7, to: monday)
                    else { throw Problem(.badRequest, "A week is written 2026-W12.") }
                    return try await loans.list(from: monday, to: next)
                }
            }
            """#),
        RuleRow(
            "what is in the way becomes an answer",
            #"""
            func addLoans(to app: App, _ services: Services) {
                app.post("/loans") { (request, body: NewLoan) in
                    do {
                        let loan = try await services.loans.lend(body.book, to: body.member)
                        return Response.json(loan, status: .created).header(.location, "/loans/\(loan.id)")
                    } catch LendingError.tooMany(let most) {
                        throw Problem(.conflict, "Nobody has more than \(most) books.")
                    } catch is LendingError {
                        throw Problem(.unprocessableContent, "It cannot be lent.")
                    }
                }
            }
            """#),
    ]

    @Test(arguments: rows) func `the work of a handler is left alone`(row: RuleRow) {
        let found = findings(BusinessRuleInHandler(), OfficeApp.with(row.source))
        #expect(found.isEmpty == true)
    }
}
