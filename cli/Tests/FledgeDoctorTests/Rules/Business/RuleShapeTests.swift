// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Testing

@testable import FledgeDoctor

/// The shapes in which rules of the domain come into routes, and what only looks like one.
@Suite struct RuleShapeTests {
    private static let domain = """
        @Schema struct Loan: Sendable { var id: Int; var days: Int; var renewals: Int; var price: Int; var member: Int
            var isLate: Bool }
        actor LoanDesk {
            let limits: [Int] = []
            var loans: [Loan] = []
            func all() -> [Loan] { loans }
            func find(_ id: Int) -> Loan { loans[id] }
            func page(_ skip: Int, _ take: Int) -> ([Loan], Int) { ([], 0) }
            func setPrice(_ id: Int, _ price: Int) {}
        }
        """

    private func found(_ controller: String) -> Int {
        findings(
            BusinessRuleInHandler(),
            [
                "app/domain/Loan.swift": Self.domain,
                "app/loans/LoanAPI.swift": "import Fledge\n" + controller,
            ]
        ).count
    }

    static let rules = [
        RuleRow(
            "in a private helper of the controller",
            """
            @Controller struct LoanAPI { let desk: LoanDesk
                @PUT("/:id") func renew(id: Int) async { await desk.setPrice(id, fee(await desk.find(id))) }
                private func fee(_ loan: Loan) -> Int {
                    if loan.days <= 14 { return 0 }
                    return loan.renewals > 2 ? loan.price : loan.price / 4
                } }
            """),
        RuleRow(
            "in a helper that says yes or no",
            """
            @Controller struct LoanAPI { let desk: LoanDesk
                @PUT("/:id") func renew(id: Int) async throws -> Loan {
                    let loan = await desk.find(id)
                    guard mayRenew(loan) else { throw Problem(.conflict, "No.") }
                    return loan
                }
                private func mayRenew(_ loan: Loan) -> Bool { loan.renewals < 3 && !loan.isLate } }
            """),
        RuleRow(
            "in an extension of the value beside the route",
            """
            extension Loan { var overdueFee: Int { days > 28 ? (days - 28) * 20 : 0 } }
            @Controller struct LoanAPI { let desk: LoanDesk
                @GET("/:id/fee") func fee(id: Int) async -> [String: Int] { ["fee": await desk.find(id).overdueFee] } }
            """),
        RuleRow(
            "in a chain",
            """
            @Controller struct LoanAPI { let desk: LoanDesk
                @GET("/urgent") func urgent() async -> [Int] {
                    await desk.all().filter { $0.days > 28 && $0.renewals == 0 }.map(\\.member)
                } }
            """),
        RuleRow(
            "in a chain over what a service keeps",
            """
            @Controller struct LoanAPI { let desk: LoanDesk
                @GET("/income") func income() async -> [String: Int] {
                    ["cents": await desk.loans.reduce(0) { $0 + $1.price }]
                } }
            """),
        RuleRow(
            "in the closure of a route",
            """
            func loans(_ app: App, _ desk: LoanDesk) {
                app.post("/loans/:id/fee") { (id: Int) in
                    let loan = await desk.find(id)
                    let fee = loan.isLate ? loan.days * 10 : 0
                    await desk.setPrice(id, fee)
                    return fee
                }
            }
            """),
        RuleRow(
            "in surcharges",
            """
            func loans(_ app: App, _ desk: LoanDesk) {
                app.get("/loans/:id/fee") { (id: Int) in fee(of: await desk.find(id)) }
            }
            private func fee(of loan: Loan) -> Int {
                var cents = 500
                if loan.days > 28 { cents += 200 }
                if loan.isLate { cents *= 2 }
                return cents
            }
            """),
        RuleRow(
            "in a function of the file",
            """
            func loans(_ app: App, _ desk: LoanDesk) {
                app.get("/loans/:id/fee") { (id: Int) in fee(of: await desk.find(id)) }
            }
            private func fee(of loan: Loan) -> Int {
                switch loan.days {
                case ...14: 0
                case ...28: 100
                default: 500
                }
            }
            """),
    ]

    @Test(arguments: rules) func `a rule is found`(row: RuleRow) { #expect(found(row.source) > 0) }

    static let others = [
        RuleRow(
            "which page it is",
            """
            @Controller struct LoanAPI { let desk: LoanDesk
                @GET func list(page: Int, perPage: Int) async -> Response {
                    let (loans, total) = await desk.page((page - 1) * perPage, perPage)
                    let pages = max(1, (total + perPage - 1) / perPage)
                    return .json(loans).header("X-Pages", "\\(pages)")
                } }
            """),
        RuleRow(
            "sums of a text",
            """
            @Controller struct LoanAPI { let desk: LoanDesk
                @GET("/csv") func csv() async -> Response {
                    var text = "id,price\\n"
                    var sum = 0
                    for loan in await desk.all() {
                        text += "\\(loan.id),\\(loan.price)\\n"
                        sum += loan.price
                    }
                    text += ",\\(sum)\\n"
                    return .text(text)
                } }
            """),
        RuleRow(
            "euros and cents",
            """
            @Controller struct LoanAPI { let desk: LoanDesk
                @GET("/:id/bill") func bill(id: Int) async -> Response {
                    let loan = await desk.find(id)
                    let euros = loan.price / 100
                    let rest = loan.price % 100
                    let amount = "\\(euros),\\(rest < 10 ? "0" : "")\\(rest)"
                    return .text("You owe \\(amount).")
                } }
            """),
        RuleRow(
            "how many there are",
            """
            @Controller struct LoanAPI { let desk: LoanDesk
                @GET("/count") func count() async -> [String: Int] {
                    var late = 0
                    for loan in await desk.all() { if loan.isLate { late += 1 } }
                    return ["late": late]
                } }
            """),
        RuleRow(
            "a status",
            """
            @Controller struct LoanAPI { let desk: LoanDesk
                @GET("/:id") func show(id: Int) async -> Response {
                    let loan = await desk.find(id)
                    return .json(loan, status: loan.isLate ? .accepted : .ok)
                } }
            """),
        RuleRow(
            "an extension that answers",
            """
            struct LoanView: Encodable { let id: Int; let state: String }
            extension Loan { var view: LoanView { LoanView(id: id, state: isLate ? "late" : "fine") } }
            @Controller struct LoanAPI { let desk: LoanDesk
                @GET("/:id") func show(id: Int) async -> LoanView { await desk.find(id).view } }
            """),
        RuleRow(
            "whose it is",
            """
            @Controller struct LoanAPI { let desk: LoanDesk
                @GET func mine(me: Member) async -> [Loan] { await desk.all().filter { $0.member == me.id } } }
            """),
        RuleRow(
            "a link to the next page",
            """
            @Controller struct LoanAPI { let desk: LoanDesk
                @GET func list(query: Paging) async -> Response {
                    let (loans, total) = await desk.page(query.offset, query.limit)
                    let next = query.offset + query.limit < total ? "/loans?offset=\\(query.offset + query.limit)" : nil
                    return .json(loans).header("Link", next ?? "")
                } }
            """),
    ]

    @Test(arguments: others) func `what only shows or pages is none`(row: RuleRow) {
        #expect(found(row.source) == 0)
    }

    // MARK: Databases, copies and words of the web

    static let statements = [
        "struct Source { let db: Database\n func rows() async throws -> [Int] { try await db.query(\"SELECT id FROM loans\") } }",
        "private struct Rows { let database: Database\n func all() async throws -> [Int] { try await database.query(\"SELECT id FROM loans\") } }",
        "extension LoanAPI { func rows() async throws -> [Int] { try await database.query(\"SELECT id FROM loans\") } }",
        "extension Database { func lateLoans() async throws -> [Int] { try await query(\"SELECT id FROM loans\") } }",
        "extension LoanAPI { struct Repo { let db: Database\n func all() async throws -> [Int] { try await db.query(\"SELECT id FROM loans\") } } }",
        "private let late = \"SELECT id FROM loans WHERE late\"\nextension LoanAPI { func rows() async throws -> [Int] { try await database.query(late) } }",
    ]

    @Test(arguments: statements) func `SQL beside a controller is the controller's`(source: String)
    {
        let api =
            "import Fledge\nimport FledgeData\n@Controller struct LoanAPI { let database: Database\n @GET func list() async throws -> [Int] { try await rows() } }\n"
        #expect(findings(DatabaseInRoute(), ["app/loans/LoanAPI.swift": api + source]).count > 0)
    }

    @Test func `a store that other files are given only stands in the wrong file`() {
        let sources = [
            "app/loans/LoanAPI.swift": """
            import FledgeData
            struct LoanRows { let db: Database
                func all() async throws -> [Int] { try await db.query("SELECT id FROM loans") } }
            @Controller struct LoanAPI { let rows: LoanRows
                @GET func list() async throws -> [Int] { try await rows.all() } }
            """,
            "app/jobs/Nightly.swift": "struct Nightly { let rows: LoanRows }",
        ]
        #expect(findings(DatabaseInRoute(), sources) == [])
    }

    @Test func `a copy for another type has other fields, and another order`() {
        func api(_ name: String, _ item: String, _ body: String) -> String {
            "import Fledge\n@Controller struct \(name) { let desk: Desk\n @GET func export() async -> Response {\n\(body)\n } }"
        }
        let first = """
            let all = await desk.all()
            var rows: [String] = []
            var sum = 0
            for loan in all.sorted(by: { $0.days < $1.days }) {
                if loan.isLate { rows.append("late") }
                rows.append("\\(loan.id);\\(loan.price / 100)")
                sum += loan.price
            }
            rows.append(";\\(sum / 100)")
            return Response.text(rows.joined(separator: "\\n"))
            """
        let second = """
            let jobs = await desk.all()
            var total = 0
            var lines: [String] = []
            for job in jobs.sorted(by: { $0.due < $1.due }) {
                total += job.cost
                if job.isOpen { lines.append("open") }
                lines.append("\\(job.number);\\(job.cost / 100)")
            }
            lines.append(";\\(total / 100)")
            return Response.text(lines.joined(separator: "\\n"))
            """
        let sources = [
            "app/loans/LoanAPI.swift": api("LoanAPI", "loan", first),
            "app/jobs/JobAPI.swift": api("JobAPI", "job", second),
        ]
        #expect(findings(DuplicatedLogic(), sources).count == 1)
    }

    static let webWords = [
        "func answer() -> (httpStatus: Int, body: String) { (200, \"\") }",
        "func rows(headers: [String: String]) -> [Int] { [] }",
        "func load() -> Result<Int, Problem> { .failure(Problem(.notFound)) }",
        "func load() throws(Problem) -> Int { 1 }",
        "func load() async throws -> Reply { Reply(.ok) }",
        "func load<R: ResponseConvertible>(as: R.Type) {}",
    ]

    @Test(arguments: webWords) func `a service speaks of the web in other words`(method: String) {
        let sources = [
            "app/_web/Reply.swift": "import Fledge\ntypealias Reply = Fledge.Response",
            "app/_services/LoanService.swift":
                "import Fledge\nstruct LoanService { let desk: Int\n\(method) }",
        ]
        #expect(findings(WebTypeInService(), sources).map(\.function?.isEmpty) == [false])
    }

    static let otherWords = [
        "struct LoanService { func status() -> (status: String, count: Int) { (\"\", 0) } }",
        "struct WebhookSender { func send(headers: [String: String]) -> (statusCode: Int, body: String) { (200, \"\") } }",
        "struct CSVService { func rows(headers: [String]) -> String { \"\" } }",
    ]

    @Test(arguments: otherWords) func `statuses of the domain and clients of others are fine`(
        source: String
    ) {
        #expect(findings(WebTypeInService(), ["app/_services/A.swift": source]) == [])
    }
}
