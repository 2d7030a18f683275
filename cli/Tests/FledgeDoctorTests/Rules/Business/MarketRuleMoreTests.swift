// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Testing

@testable import FledgeDoctor

/// Rules of the domain in handlers, in as many styles as teams have.
@Suite struct MarketRuleMoreTests {
    static let rows = [
        RuleRow(
            "words that hold a post back",
            #"""
            @Route struct PostsRoute {
                let posts: PostService
                private let banned = ["casino", "crypto", "pills"]

                func POST(author: Author, body: NewPost) async throws -> Post {
                    let text = body.text.lowercased()
                    let links = text.components(separatedBy: "http").count - 1
                    let state: PostState = links > 2 || banned.contains { text.contains($0) } ? .held : .live
                    return try await posts.publish(body.text, by: author.id, state: state)
                }
            }
            """#),
        RuleRow(
            "a rebate by steps",
            #"""
            @Route struct RebateRoute {
                let orders: OrderService
                private static let steps: KeyValuePairs = [10_000: 2, 50_000: 5, 100_000: 8]

                func POST(id: Int) async throws -> Order {
                    let order = try await orders.find(id)
                    var percent = 0
                    for (bound, rate) in Self.steps where order.cents >= bound { percent = rate }
                    return try await orders.setCents(order.cents * (100 - percent) / 100, of: id)
                }
            }
            """#),
        RuleRow(
            "ten projects unless it is paid for",
            #"""
            func addProjects(to app: App, services: Services) {
                app.post("/teams/:id/projects") { (request, id: Int, body: NewProject) in
                    guard let team = try await services.teams.find(id) else { throw Problem(.notFound) }
                    try await services.teams.createProject(body.name, in: id, max: team.tier == .free ? 10 : nil)
                    return Response(.created)
                }
            }
            """#),
        RuleRow(
            "who is asleep",
            #"""
            @Route struct SleepersRoute {
                let games: GameService

                func GET() async throws -> [PlayerView] {
                    let players = try await games.players()
                    let month = Date.now.addingTimeInterval(-30 * 86_400)
                    return players.map { player in
                        PlayerView(name: player.name, isAsleep: player.lastSeen < month)
                    }
                }
            }
            """#),
        RuleRow(
            "the most of one product",
            #"""
            @Route struct CartRoute {
                let orders: OrderService

                func POST(id: Int, body: CartItem) async throws -> Order {
                    let order = try await orders.find(id)
                    let already = order.items.filter { $0.product == body.product }.map(\.quantity).reduce(0, +)
                    guard already + body.quantity <= 5 else {
                        throw Problem(.unprocessableContent, "Five of one kind are the most.")
                    }
                    return try await orders.add(body, to: id)
                }
            }
            """#),
        RuleRow(
            "points of a cart, in a free function",
            #"""
            @Route struct PointsRoute {
                let orders: OrderService

                func GET(id: Int) async throws -> Points {
                    let order = try await orders.find(id)
                    return Points(order: id, points: points(for: order.items))
                }
            }

            func points(for items: [CartItem]) -> Int {
                items.map { item in item.quantity * (item.cents > 5_000 ? 3 : 1) }.reduce(0, +)
            }
            """#),
        RuleRow(
            "a price in a computed property of the answer",
            #"""
            struct Quote: Encodable {
                let order: Int
                let cents: Int
                let tier: Tier

                var total: Int { tier == .business ? cents * 9 / 10 : cents }
            }

            @Route struct QuoteRoute {
                let orders: OrderService
                let teams: TeamService

                func GET(id: Int, team: Int) async throws -> Quote {
                    let order = try await orders.find(id)
                    guard let team = try await teams.find(team) else { throw Problem(.notFound) }
                    return Quote(order: order.id, cents: order.cents, tier: team.tier)
                }
            }
            """#),
        RuleRow(
            "who wins a match",
            #"""
            @Route struct ScoreRoute {
                let games: GameService

                func POST(body: Sets) async throws -> Response {
                    let won = body.sets.filter { $0.home > $0.away }.count
                    let winner = won * 2 > body.sets.count ? body.home : body.away
                    let player = try await games.player(winner)
                    try await games.setRating(player.rating + 15, of: player.id)
                    return Response(.noContent)
                }
            }
            """#),
        RuleRow(
            "a cooling-off period",
            #"""
            @Controller struct OrderController {
                let orders: OrderService

                @POST("/:id/withdrawal") func withdraw(id: Int) async throws -> Order {
                    let order = try await orders.find(id)
                    guard let shipped = order.shippedAt,
                        let last = Calendar.current.date(byAdding: .day, value: 14, to: shipped), last >= Date()
                    else { throw Problem(.conflict, "The fourteen days are over.") }
                    return try await orders.cancel(id)
                }
            }
            """#),
        RuleRow(
            "priority in a chain of optionals",
            #"""
            @Route struct EscalateRoute {
                let desk: DeskService
                let accounts: AccountService

                func POST(id: Int, user: Int) async throws -> Response {
                    let tier = try await accounts.user(user)?.subscription
                    let agents = try await desk.agents()
                    let fitting = agents.first { $0.isOnline && (tier != .business || $0.open < 3) }
                    guard let agent = fitting else { throw Problem(.serviceUnavailable) }
                    try await desk.give(id, to: agent.id)
                    return Response(.noContent)
                }
            }
            """#),
        RuleRow(
            "a fine for each started week",
            #"""
            @Route struct FineRoute {
                let orders: OrderService

                func GET(id: Int) async throws -> Fine {
                    let order = try await orders.find(id)
                    let late = Calendar.current.dateComponents([.day], from: order.createdAt, to: .now).day ?? 0
                    return Fine(cents: late > 0 ? ((late + 6) / 7) * 150 : 0)
                }
            }
            """#),
        RuleRow(
            "a post is hidden after five reports",
            #"""
            @Route struct ReportRoute {
                let reports: ReportStore

                func POST(id: Int, body: Report) async throws -> Response {
                    let count = try await reports.add(body, to: id)
                    if count >= 5 { try await reports.hide(id) }
                    return Response(.accepted)
                }
            }
            """#),
        RuleRow(
            "team discounts, in a static function of the controller",
            #"""
            @Controller struct SeatController {
                let teams: TeamService

                @GET("/:id/price") func price(id: Int) async throws -> Price {
                    guard let team = try await teams.find(id) else { throw Problem(.notFound) }
                    return Price(cents: Self.cents(seats: team.members.count))
                }

                static func cents(seats: Int) -> Int {
                    var cents = 0
                    for seat in 1...max(seats, 1) { cents += seat > 10 ? 700 : 900 }
                    return cents
                }
            }
            """#),
    ]

    @Test(arguments: rows) func `a rule of the domain is found`(row: RuleRow) {
        let found = findings(BusinessRuleInHandler(), MarketApp.with(row.source))
        #expect(found.isEmpty == false)
    }
}
