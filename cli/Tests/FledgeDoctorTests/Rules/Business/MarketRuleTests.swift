// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Testing

@testable import FledgeDoctor

/// Rules of the domain in handlers, in as many styles as teams have.
@Suite struct MarketRuleTests {
    static let rows = [
        RuleRow(
            "a coupon that is still good",
            #"""
            @Route struct CouponRoute {
                let orders: OrderService

                func PUT(id: Int, body: CouponChoice) async throws -> Order {
                    guard let coupon = try await orders.coupon(body.code), coupon.expiresAt > .now,
                        coupon.uses < coupon.maxUses
                    else { throw Problem(.gone, "The coupon is over.") }
                    return try await orders.apply(coupon, to: id)
                }
            }
            """#),
        RuleRow(
            "seats of a plan",
            #"""
            @Route struct InviteRoute {
                let teams: TeamService

                func POST(id: Int, body: Invitation) async throws -> Response {
                    guard let team = try await teams.find(id) else { throw Problem(.notFound) }
                    let seats = switch team.tier {
                    case .free: 3
                    case .pro: 25
                    case .business: Int.max
                    }
                    if team.members.count >= seats { throw Problem(.paymentRequired, "The plan is full.") }
                    try await teams.invite(body.email, to: id)
                    return Response(.noContent)
                }
            }
            """#),
        RuleRow(
            "ratings after a match",
            #"""
            @Route struct MatchRoute {
                let games: GameService

                func POST(body: MatchResult) async throws -> Response {
                    async let winner = games.player(body.winner)
                    async let loser = games.player(body.loser)
                    let (a, b) = try await (winner, loser)
                    let expected = 1 / (1 + pow(10, Double(b.rating - a.rating) / 400))
                    let change = Int((32 * (1 - expected)).rounded())
                    try await games.setRating(a.rating + change, of: a.id)
                    try await games.setRating(b.rating - change, of: b.id)
                    return Response(.noContent)
                }
            }
            """#),
        RuleRow(
            "a level from experience",
            #"""
            @Route struct PlayerRoute {
                let games: GameService

                func GET(id: Int) async throws -> PlayerView {
                    let player = try await games.player(id)
                    return PlayerView(name: player.name, level: level(player.xp))
                }

                private func level(_ xp: Int) -> Int { Int((Double(xp) / 50).squareRoot()) + 1 }
            }
            """#),
        RuleRow(
            "an alarm above a sensor's threshold",
            #"""
            @Route struct ReadingRoute {
                let sensors: SensorService

                func POST(id: Int, body: NewReading) async throws -> Response {
                    let sensor = try await sensors.find(id)
                    try await sensors.record(body.value, of: id)
                    if !sensor.isMuted, body.value > sensor.threshold {
                        try await sensors.raiseAlarm(id)
                    }
                    return Response(.accepted)
                }
            }
            """#),
        RuleRow(
            "gross prices in what is answered",
            #"""
            struct Receipt {
                let order: Int
                let gross: Int

                init(_ order: Order) {
                    self.order = order.id
                    gross = order.cents + order.cents * 19 / 100
                }
            }

            @Route struct ReceiptRoute {
                let orders: OrderService

                func GET(id: Int) async throws -> Receipt { Receipt(try await orders.find(id)) }
            }
            """#),
        RuleRow(
            "what is hot comes first",
            #"""
            @Route struct FeedRoute {
                let posts: PostService

                func GET() async throws -> [Post] {
                    try await posts.all().sorted { $0.likes + 3 * $0.shares > $1.likes + 3 * $1.shares }
                }
            }
            """#),
        RuleRow(
            "the agent with the least to do",
            #"""
            @Route struct AssignRoute {
                let desk: DeskService

                func POST(id: Int) async throws -> Response {
                    let agents = try await desk.agents()
                    guard let agent = agents.filter(\.isOnline).min(by: { $0.open < $1.open }) else {
                        throw Problem(.serviceUnavailable, "Nobody is here.")
                    }
                    try await desk.give(id, to: agent.id)
                    return Response(.noContent)
                }
            }
            """#),
        RuleRow(
            "the third working day",
            #"""
            @Route struct PromiseRoute {
                let orders: OrderService

                func POST(id: Int) async throws -> Order {
                    let order = try await orders.find(id)
                    let calendar = Calendar(identifier: .gregorian)
                    var day = order.createdAt
                    var left = 3
                    while left > 0 {
                        day = calendar.date(byAdding: .day, value: 1, to: day) ?? day
                        if !calendar.isDateInWeekend(day) { left -= 1 }
                    }
                    return try await orders.promise(id, on: day)
                }
            }
            """#),
        RuleRow(
            "a trial of two weeks",
            #"""
            @Controller struct TeamController {
                let teams: TeamService

                @GET("/:id") func show(id: Int) async throws -> TeamView {
                    guard let team = try await teams.find(id) else { throw Problem(.notFound) }
                    return TeamView(id: team.id, isTrial: team.tier == .free && hasTrial(team))
                }

                private func hasTrial(_ team: Team) -> Bool {
                    Date().timeIntervalSince(team.createdAt) < 14 * 86_400
                }
            }
            """#),
        RuleRow(
            "only what is paid is shipped",
            #"""
            @Route struct ShipRoute {
                let orders: OrderService

                func POST(id: Int) async throws -> Order {
                    let order = try await orders.find(id)
                    if order.paidAt != nil && order.shippedAt == nil {
                        return try await orders.ship(id)
                    } else {
                        throw Problem(.conflict, "It cannot be shipped.")
                    }
                }
            }
            """#),
        RuleRow(
            "what can still be cancelled",
            #"""
            @Controller struct OrderController {
                let orders: OrderService
                static let cancellable: Set<OrderStatus> = [.open, .paid]

                @DELETE("/:id") func cancel(id: Int) async throws -> Order {
                    let order = try await orders.find(id)
                    guard Self.cancellable.contains(order.status) else {
                        throw Problem(.conflict, "It is on its way.")
                    }
                    return try await orders.cancel(id)
                }
            }
            """#),
    ]

    @Test(arguments: rows) func `a rule of the domain is found`(row: RuleRow) {
        let found = findings(BusinessRuleInHandler(), MarketApp.with(row.source))
        #expect(found.isEmpty == false)
    }
}
