// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Testing

@testable import FledgeDoctor

/// Names and flags that a handler gives to values of the domain by their size.
@Suite struct NamesBySizeTests {
    static let rules = [
        RuleRow(
            "in a closure of map",
            """
            let all = try await orders.list()
            return all.map { order in
                let tier = order.total >= 100_000 ? "patron" : order.total >= 20_000 ? "friend" : "guest"
                return Card(id: order.id, tier: tier)
            }
            """),
        RuleRow(
            "in a closure without names",
            """
            try await orders.list().map { Card(id: $0.id, tier: $0.total > 5_000 ? "gold" : "silver") }
            """),
        RuleRow(
            "as cases of an enum",
            """
            let order = try await orders.place(body)
            return Card(id: order.id, tier: order.total > 5_000 ? .gold : .silver)
            """),
        RuleRow(
            "by a chain of if",
            """
            let order = try await orders.place(body)
            var tier = "guest"
            if order.total > 500 { tier = "patron" } else if order.total > 100 { tier = "friend" }
            return Card(id: order.id, tier: tier)
            """),
        RuleRow(
            "by an if that is a value",
            """
            let order = try await orders.place(body)
            let tier = if order.total > 500 { "patron" } else { "guest" }
            return Card(id: order.id, tier: tier)
            """),
        RuleRow(
            "by a switch over ranges",
            """
            let order = try await orders.place(body)
            let tier: String
            switch order.total {
            case 500...: tier = "patron"
            case 100..<500: tier = "friend"
            default: tier = "guest"
            }
            return Card(id: order.id, tier: tier)
            """),
        RuleRow(
            "in a loop that appends",
            """
            var badges: [String] = []
            for order in try await orders.list() {
                if order.total > 500 { badges.append("big spender") }
            }
            return Card(badges: badges)
            """),
        RuleRow(
            "by a constant",
            """
            let order = try await orders.place(body)
            return Card(id: order.id, isLarge: order.total > Limits.large ? true : false)
            """),
        RuleRow(
            "by another value of the domain",
            """
            let order = try await orders.place(body)
            let state = order.owner < order.total ? "reorder" : "fine"
            return Card(id: order.id, state: state)
            """),
        RuleRow(
            "told to a service",
            """
            let order = try await orders.place(body)
            return try await orders.rate(order.id, isHot: order.total > 50 && order.owner > 10)
            """),
        RuleRow(
            "a fact from a number on",
            """
            let order = try await orders.place(body)
            let isLarge = order.total > 500 || order.status == .paid
            return Card(id: order.id, isLarge: isLarge)
            """),
        RuleRow(
            "a change by a code",
            """
            var new = body
            if new.name == "SUMMER" { new.quantity = 2 }
            return try await orders.place(new)
            """),
        RuleRow(
            "a loop over what is beyond a bound",
            """
            let order = try await orders.place(body)
            for line in order.lines where line.quantity > 120 { try await orders.cancel(line.product) }
            return Done()
            """),
        RuleRow(
            "a selection by several things",
            """
            let all = try await orders.list()
            return Page(all.filter { $0.lines.count > 10 && $0.status == .open })
            """),
        RuleRow(
            "for the body",
            """
            let size = body.quantity > 12 ? "carton" : "piece"
            return try await orders.place(body, size: size)
            """),
        RuleRow(
            "by a selection with a bound",
            """
            let all = try await orders.list()
            return Page(all.filter { $0.total < 5 }.map(\\.id))
            """),
    ]

    @Test(arguments: rules) func `a name by size is a rule`(row: RuleRow) {
        let found = findings(BusinessRuleInHandler(), Shop.with(handler: row.source))
        #expect(found.map(\.function) == ["OrderRoute.POST"])
    }

    static let shown = [
        RuleRow(
            "a state",
            """
            let order = try await orders.place(body)
            return Card(id: order.id, state: order.status == .open ? "open" : "closed")
            """),
        RuleRow(
            "a state by a switch",
            """
            let order = try await orders.place(body)
            switch order.status {
            case .open: return Card("open")
            default: return Card("closed")
            }
            """),
        RuleRow(
            "something or nothing",
            """
            let order = try await orders.place(body)
            return Card(id: order.id, state: order.total > 0 ? "paid" : "free")
            """),
        RuleRow(
            "an s",
            """
            let all = try await orders.list()
            return Card(title: all.count > 1 ? "orders" : "order")
            """),
        RuleRow(
            "in a text",
            """
            let order = try await orders.place(body)
            return Response(body: "It is \\(order.total > 500 ? "large" : "small").")
            """),
        RuleRow(
            "as a status",
            """
            let order = try await orders.place(body)
            return Response.json(order, status: order.total > 500 ? .accepted : .created)
            """),
        RuleRow(
            "in a field of the answer",
            """
            let order = try await orders.place(body)
            return Response.json(order).header("X-Load", order.total > 90 ? "high" : "normal")
            """),
        RuleRow(
            "a unit",
            """
            let order = try await orders.place(body)
            return Card(unit: order.total < 1024 ? "B" : "KiB")
            """),
        RuleRow(
            "a default",
            """
            var new = body
            if new.name.isEmpty { new.name = "Untitled" }
            return try await orders.place(new)
            """),
        RuleRow(
            "a change of what was sent",
            """
            guard var order = try await orders.find(id) else { throw Problem(.notFound) }
            if let name = body.name { order.name = name }
            return order
            """),
        RuleRow(
            "more to come",
            """
            let all = try await orders.list()
            let hasMore = all.count > 20
            return Page(all.prefix(20), hasMore: hasMore)
            """),
        RuleRow(
            "how long an answer may be kept",
            """
            let order = try await orders.place(body)
            let age = order.total > 500 ? 60 : 3_600
            return Response.json(order).header("Cache-Control", "max-age=\\(age)")
            """),
        RuleRow(
            "a file that is read, and too large",
            """
            let bytes = try await body.file.bytes()
            guard bytes.count <= 5_000_000 else { throw Problem(.contentTooLarge) }
            return try await orders.place(bytes)
            """),
        RuleRow("of a parameter", "return Card(size: page > 20 ? \"far\" : \"near\")"),
        RuleRow(
            "digits of a time",
            """
            let order = try await orders.place(body)
            let h = order.total / 60 % 24
            let m = order.total % 60
            return Response(body: (h < 10 ? "0" : "") + "\\(h):" + (m < 10 ? "0" : "") + "\\(m)")
            """),
        RuleRow(
            "minutes and hours",
            """
            let order = try await orders.place(body)
            let hours = order.total / 60, minutes = order.total % 60
            return Duration(hours: hours, minutes: minutes)
            """),
        RuleRow(
            "a cursor",
            """
            let all = try await orders.list()
            return all.filter { $0.id > page }
            """),
    ]

    @Test(arguments: shown) func `what is only shown is none`(row: RuleRow) {
        let found = findings(
            BusinessRuleInHandler(), Shop.with(handler: row.source, returning: "Response"))
        #expect(found == [])
    }

    static let helpers = [
        RuleRow(
            "a function beside the routes",
            """
            private func tier(_ total: Int) -> String {
                switch total { case 500...: "patron"
                case 100..<500: "friend"
                default: "guest" }
            }
            """),
        RuleRow(
            "a method of an extension",
            "extension OrderRoute { func tier(_ o: Order) -> String { o.total > 500 ? \"a\" : \"b\" } }"
        ),
    ]

    @Test(arguments: helpers) func `a helper of a route gives names as well`(row: RuleRow) {
        var sources = Shop.with(handler: "return try await orders.place(body)")
        sources["app/orders/[id]/OrderRoute.swift"]? += "\n" + row.source
        #expect(findings(BusinessRuleInHandler(), sources).count == 1)
    }

    static let answers = [
        RuleRow("a single one", "await Forum.shared.thread(1)"),
        RuleRow("a variable of the file", "await forum.thread(1)"),
        RuleRow("a function of a namespace", "await Finding.thread(1, in: threads)"),
        RuleRow("one in Services", "await services.forum.thread(1)"),
        RuleRow("one in the request's services", "await request.services.forum.thread(1)"),
        RuleRow("one that is made", "await Forum(threads: threads).thread(1)"),
        RuleRow("an actor", "await threads.find(1)"),
    ]

    @Test(arguments: answers) func `however a route comes by a service, it answers with values`(
        row: RuleRow
    ) {
        let sources = [
            "app/forum/Forum.swift": """
            actor Threads { func find(_ id: Int) -> Thread { Thread(score: 1) } }
            struct Thread { let score: Int }
            struct Forum { static let shared = Forum(threads: Threads())
                let threads: Threads
                func thread(_ id: Int) async -> Thread { await threads.find(id) } }
            enum Finding { static func thread(_ id: Int, in threads: Threads) async -> Thread { await threads.find(id) } }
            struct Services { let forum: Forum }
            let forum = Forum(threads: Threads())
            let threads = Threads()
            """,
            "app/routes/votes.swift": """
            import Fledge
            func voteRoutes(_ app: App, _ services: Services) {
                app.get("/votes") { request in
                    let thread = \(row.source)
                    return Score(thread.score * 3 + 1)
                }
            }
            """,
        ]
        #expect(findings(BusinessRuleInHandler(), sources).map(\.function) == ["GET /votes"])
    }

    @Test func `a service of any name answers with values of the domain`() {
        let sources = [
            "app/forum/Forum.swift": """
            actor Threads { func find(_ id: Int) -> Thread { Thread() } }
            struct Thread { let score: Int }
            struct Forum { let threads: Threads
                func thread(_ id: Int) async -> Thread { await threads.find(id) }
                func rate(_ id: Int, score: Int) async {} }
            """,
            "app/routes/votes.swift": """
            import Fledge
            func voteRoutes(_ app: App, _ forum: Forum) {
                app.post("/votes/:id") { request in
                    let thread = await forum.thread(request.parameter("id", as: Int.self))
                    await forum.rate(1, score: thread.score + 3)
                    return Response(.noContent)
                }
            }
            """,
        ]
        #expect(findings(BusinessRuleInHandler(), sources).map(\.function) == ["POST /votes/:id"])
    }
}
