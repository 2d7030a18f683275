// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Shops, plans, teams, sensors and games, with one route.
enum MarketApp {
    static func with(_ route: String) -> [String: String] {
        [
            "app/_services/Services.swift": services,
            "app/things/[id]/ThingRoute.swift": "import Fledge\nimport Foundation\n\n" + route,
        ]
    }

    static let services = #"""
        import FledgeSchema
        import Foundation

        @Schema enum Tier: String, Sendable { case free, pro, business }
        @Schema enum OrderStatus: String, Sendable { case open, paid, shipped, cancelled }
        @Schema enum PostState: String, Sendable { case live, held, hidden }
        @Schema struct Team: Sendable { var id: Int; var tier: Tier; var createdAt: Date; var members: [Int]; var projects: Int }
        @Schema struct Coupon: Sendable { var code: String; var percent: Int; var expiresAt: Date; var uses: Int; var maxUses: Int }
        @Schema struct CartItem: Sendable { var product: Int; var quantity: Int; var cents: Int }
        @Schema struct Order: Sendable {
            var id: Int
            var customer: Int
            var items: [CartItem]
            var cents: Int
            var status: OrderStatus
            var version: Int
            var createdAt: Date
            var paidAt: Date?
            var shippedAt: Date?
        }
        @Schema struct Player: Sendable { var id: Int; var name: String; var rating: Int; var xp: Int; var lastSeen: Date }
        @Schema struct Post: Sendable { var id: Int; var author: Int; var text: String; var likes: Int; var shares: Int; var at: Date; var state: PostState; var parent: Int? }
        @Schema struct Sensor: Sendable { var id: Int; var threshold: Double; var last: Double?; var isMuted: Bool }
        @Schema struct Agent: Sendable { var id: Int; var isOnline: Bool; var open: Int; var skills: [String] }
        @Schema struct Blob: Sendable { var id: Int; var size: Int; var type: String; var name: String; var changedAt: Date }
        @Schema struct User: Sendable { var id: Int; var email: String; var hash: String; var language: String; var subscription: Tier? }
        @Schema struct Session: Sendable { var token: String; var user: Int; var expiresAt: Date }
        @Schema struct Quota: Sendable { var limit: Int; var used: Int; var resetsAt: Date }

        struct TeamService: Sendable {
            func find(_ id: Int) async throws -> Team? { nil }
            func invite(_ email: String, to team: Int) async throws { }
            func createProject(_ name: String, in team: Int, max: Int?) async throws { }
        }
        struct OrderService: Sendable {
            func find(_ id: Int) async throws -> Order { throw Missing() }
            func coupon(_ code: String) async throws -> Coupon? { nil }
            func apply(_ coupon: Coupon, to id: Int) async throws -> Order { throw Missing() }
            func setCents(_ cents: Int, of id: Int) async throws -> Order { throw Missing() }
            func cancel(_ id: Int) async throws -> Order { throw Missing() }
            func ship(_ id: Int) async throws -> Order { throw Missing() }
            func promise(_ id: Int, on day: Date) async throws -> Order { throw Missing() }
            func list(status: OrderStatus?, limit: Int, offset: Int) async throws -> [Order] { [] }
            func count() async throws -> Int { 0 }
            func add(_ item: CartItem, to id: Int) async throws -> Order { throw Missing() }
        }
        struct GameService: Sendable {
            func player(_ id: Int) async throws -> Player { throw Missing() }
            func setRating(_ rating: Int, of id: Int) async throws { }
            func players() async throws -> [Player] { [] }
        }
        struct PostService: Sendable {
            func all() async throws -> [Post] { [] }
            func publish(_ text: String, by author: Int, state: PostState) async throws -> Post { throw Missing() }
            func search(_ text: String) async throws -> [Post] { [] }
        }
        struct SensorService: Sendable {
            func find(_ id: Int) async throws -> Sensor { throw Missing() }
            func record(_ value: Double, of id: Int) async throws { }
            func raiseAlarm(_ id: Int) async throws { }
        }
        struct DeskService: Sendable {
            func agents() async throws -> [Agent] { [] }
            func give(_ ticket: Int, to agent: Int) async throws { }
            func check() async throws -> Bool { true }
        }
        struct BlobService: Sendable {
            func find(_ id: Int) async throws -> Blob? { nil }
            func read(_ id: Int, from: Int, to: Int) async throws -> [UInt8] { [] }
            func thumbnail(_ id: Int, width: Int, quality: Double) async throws -> [UInt8] { [] }
            func put(_ bytes: [UInt8], type: String) async throws -> Blob { throw Missing() }
        }
        struct AccountService: Sendable {
            func user(email: String) async throws -> User? { nil }
            func user(_ id: Int) async throws -> User? { nil }
            func session(_ token: String) async throws -> Session? { nil }
            func logIn(_ user: Int, lasting seconds: Int) async throws -> Session { throw Missing() }
            func quota(_ user: Int) async throws -> Quota { throw Missing() }
        }
        """#
}
