// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Testing

@testable import FledgeDoctor

@Suite struct BusinessRuleTests {
    static let rules = [
        RuleRow(
            "a discount",
            """
            let order = try await orders.place(body)
            let discount = order.total * 10 / 100
            return Quote(order.total - discount)
            """),
        RuleRow(
            "a choice of numbers",
            """
            let order = try await orders.place(body)
            let fee = order.total > 10_000 ? 0 : 500
            return Quote(order, fee: fee)
            """),
        RuleRow(
            "a state that is refused",
            """
            guard let order = try await orders.find(id) else { throw Problem(.notFound) }
            guard order.status == .open else { throw Problem(.conflict, "It is paid.") }
            return order
            """),
        RuleRow(
            "a loop that adds up",
            """
            var total = 0
            for order in try await orders.list() { total += order.total }
            return Sum(total)
            """),
        RuleRow(
            "a sum",
            """
            let all = try await orders.list()
            return Sum(all.reduce(0) { $0 + $1.total })
            """),
        RuleRow(
            "a loop over what to change",
            """
            for order in try await orders.list() where order.total > 0 {
                if order.status == .open { try await orders.cancel(order.id) }
            }
            return Done()
            """),
        RuleRow(
            "a fee by a switch",
            """
            let order = try await orders.place(body)
            let fee: Int
            switch order.status {
            case .open: fee = 100
            case .paid: fee = 200
            default: fee = 0
            }
            return Quote(order, fee)
            """),
        RuleRow(
            "arithmetic on the body",
            """
            let total = body.quantity * 250
            return try await orders.place(body, total: total)
            """),
        RuleRow(
            "a quota that is forbidden",
            """
            let mine = try await orders.list()
            if mine.count >= 10 { throw Problem(.forbidden, "Ten are enough.") }
            return try await orders.place(body)
            """),
        RuleRow(
            "an alarm beyond a bound",
            """
            let order = try await orders.place(body)
            if order.total > 80_000 { try await orders.alarm(order.id) }
            return Response(.accepted)
            """),
        RuleRow(
            "a taken name",
            """
            guard try await orders.find(named: body.name) == nil else { throw Problem(.conflict) }
            return try await orders.place(body)
            """),
    ]

    @Test(arguments: rules) func `a rule of the domain is found`(row: RuleRow) {
        let found = findings(BusinessRuleInHandler(), Shop.with(handler: row.source))
        #expect(found.map(\.function) == ["OrderRoute.POST"])
    }

    static let handlersWork = [
        RuleRow("a call", "return try await orders.place(body)"),
        RuleRow(
            "a lookup",
            """
            guard let order = try await orders.find(id) else { throw Problem(.notFound) }
            return order
            """),
        RuleRow(
            "somebody else's",
            """
            guard let order = try await orders.find(id), order.owner == requester.id else {
                throw Problem(.notFound)
            }
            guard order.owner == requester.id else { throw Problem(.forbidden) }
            return order
            """),
        RuleRow(
            "a status",
            """
            let order = try await orders.place(body)
            return Response.json(order, status: order.status == .open ? .accepted : .created)
            """),
        RuleRow(
            "a page",
            """
            let all = try await orders.list()
            let first = (page - 1) * 20
            return Response.json(Array(all.dropFirst(first).prefix(20)))
                .header("X-Pages", "\\((all.count + 19) / 20)")
            """),
        RuleRow(
            "a text",
            """
            let order = try await orders.place(body)
            let whole = order.total / 100
            return Response(body: "\\(whole).\\(order.total % 100)")
            """),
        RuleRow(
            "a mapping",
            """
            let all = try await orders.list()
            return all.map { OrderView(id: $0.id, total: $0.total) }
            """),
        RuleRow(
            "not modified",
            """
            guard let order = try await orders.find(id) else { throw Problem(.notFound) }
            if ifNoneMatch?.value == order.tag { return Response(.notModified) }
            return Response.json(order)
            """),
        RuleRow(
            "a feature flag",
            """
            if flags.newPricing { return try await orders.place(body) }
            return try await orders.placeOld(body)
            """),
        RuleRow(
            "values of the input that do not go together",
            """
            guard body.to > body.from else { throw Problem(.unprocessableContent, "to is before from") }
            return try await orders.place(body)
            """),
        RuleRow(
            "a session that is over",
            """
            guard let session = try await orders.session(id) else { throw Problem(.unauthorized) }
            if session.expires < clock.now() { throw Problem(.unauthorized) }
            return try await orders.place(body)
            """),
        RuleRow(
            "another unit",
            """
            let order = try await orders.place(body)
            return Reading(celsius: Double(order.total) / 10)
            """),
        RuleRow(
            "a file that is too large",
            """
            guard body.image.size < 5_000_000 else { throw Problem(.contentTooLarge) }
            return try await orders.place(body)
            """),
        RuleRow(
            "a branch by a parameter",
            """
            if page > 1 { return try await orders.list(page) }
            return try await orders.list()
            """),
    ]

    @Test(arguments: handlersWork) func `a handler's own work is none`(row: RuleRow) {
        let found = findings(
            BusinessRuleInHandler(), Shop.with(handler: row.source, returning: "Response"))
        #expect(found == [])
    }

    @Test func `a helper of a controller counts, in an extension as well`() {
        var sources = Shop.with(handler: "return try await orders.place(body)")
        sources["app/Discounts.swift"] = """
            extension OrderRoute {
                private func discount(_ order: Order) -> Int { order.total * 5 / 100 }
            }
            """
        #expect(
            findings(BusinessRuleInHandler(), sources).map(\.function) == ["OrderRoute.discount"])
    }

    @Test func `the closure of a route is a handler`() {
        let sources = [
            "app/_services/OrderService.swift": Shop.services,
            "app/App.swift": """
            import Fledge
            func makeApp(services: Services) -> App {
                let app = App()
                app.post("/orders") { request in
                    let new = try await request.json(NewOrder.self)
                    let order = try await services.orders.place(new)
                    return Quote(order.total * 2)
                }
                return app
            }
            """,
        ]
        #expect(findings(BusinessRuleInHandler(), sources).map(\.function) == ["POST /orders"])
    }
}
