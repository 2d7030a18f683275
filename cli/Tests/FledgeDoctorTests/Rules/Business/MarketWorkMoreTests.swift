// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Testing

@testable import FledgeDoctor

/// What looks like a rule and is the work of a handler.
@Suite struct MarketWorkMoreTests {
    static let rows = [
        RuleRow(
            "replies below what they answer",
            #"""
            @Route struct ThreadRoute {
                let posts: PostService

                func GET(id: Int) async throws -> Node {
                    let all = try await posts.all()
                    guard let root = all.first(where: { $0.id == id }) else { throw Problem(.notFound) }
                    return Self.node(root, Dictionary(grouping: all) { $0.parent ?? 0 }, depth: 0)
                }

                private static func node(_ post: Post, _ children: [Int: [Post]], depth: Int) -> Node {
                    let replies = depth < 20 ? children[post.id] ?? [] : []
                    return Node(id: post.id, text: post.text, replies: replies.map { node($0, children, depth: depth + 1) })
                }
            }
            """#),
        RuleRow(
            "an excerpt",
            #"""
            @Route struct SearchRoute {
                let posts: PostService

                func GET(q: String) async throws -> [Hit] {
                    try await posts.search(q).map { post in
                        let text = post.text.count > 140 ? post.text.prefix(139) + "…" : post.text[...]
                        return Hit(id: post.id, excerpt: String(text), likes: post.likes)
                    }
                }
            }
            """#),
        RuleRow(
            "old or new checkout",
            #"""
            @Route struct CheckoutRoute {
                let orders: OrderService
                let flags: FeatureFlags

                func POST(id: Int, user: SignedIn) async throws -> Order {
                    if flags.isOn("ship-at-once", for: user.id) {
                        return try await orders.ship(id)
                    }
                    return try await orders.promise(id, on: Date())
                }
            }
            """#),
        RuleRow(
            "an upload",
            #"""
            @Route struct UploadRoute {
                let blobs: BlobService
                private static let types: Set<String> = ["image/png", "image/jpeg", "application/pdf"]

                func POST(file: UploadedFile) async throws -> Created<Blob> {
                    guard Self.types.contains(file.contentType) else { throw Problem(.unsupportedMediaType) }
                    let bytes = try await file.bytes()
                    guard bytes.count <= 10 * 1024 * 1024 else { throw Problem(.contentTooLarge) }
                    let blob = try await blobs.put(bytes, type: file.contentType)
                    return Created(blob, at: "/blobs/\(blob.id)")
                }
            }
            """#),
        RuleRow(
            "the changes since a time",
            #"""
            @Route struct ChangesRoute {
                let posts: PostService

                func GET(since: Int?) async throws -> Changes {
                    let after = since.map { Date(timeIntervalSince1970: Double($0)) } ?? .distantPast
                    let posts = try await posts.all().filter { $0.at > after && $0.state != .hidden }
                    return Changes(posts: posts, until: Int((posts.map(\.at).max() ?? after).timeIntervalSince1970))
                }
            }
            """#),
        RuleRow(
            "a view made by an initializer",
            #"""
            struct OrderDTO: Encodable {
                let id: Int
                let euros: Double
                let created: String
                let isPaid: Bool
                let count: Int

                init(_ order: Order) {
                    id = order.id
                    euros = Double(order.cents) / 100
                    created = order.createdAt.ISO8601Format()
                    isPaid = order.paidAt != nil
                    count = order.items.count
                }
            }

            @Route struct OrderRoute {
                let orders: OrderService

                func GET(id: Int) async throws -> OrderDTO { OrderDTO(try await orders.find(id)) }
            }
            """#),
        RuleRow(
            "an answer with computed texts",
            #"""
            struct PlayerCard: Encodable {
                let name: String
                let xp: Int
                let seen: Date

                var initials: String { name.split(separator: " ").compactMap(\.first).map(String.init).joined() }
                var since: String {
                    let days = Int(Date().timeIntervalSince(seen) / 86_400)
                    return days == 0 ? "today" : "\(days) days ago"
                }
            }

            @Route struct CardRoute {
                let games: GameService

                func GET(id: Int) async throws -> PlayerCard {
                    let player = try await games.player(id)
                    return PlayerCard(name: player.name, xp: player.xp, seen: player.lastSeen)
                }
            }
            """#),
        RuleRow(
            "what a service says of a slot",
            #"""
            @Route struct TakeRoute {
                let slots: SlotService

                func POST(id: Int, user: SignedIn) async throws -> Response {
                    let isTaken = try await slots.take(id, by: user.id)
                    guard isTaken else { throw Problem(.conflict, "Somebody was faster.") }
                    return Response(.noContent)
                }
            }
            """#),
        RuleRow(
            "a kind becomes another name",
            #"""
            @Route struct KindRoute {
                let teams: TeamService

                func GET(id: Int) async throws -> TeamView {
                    guard let team = try await teams.find(id) else { throw Problem(.notFound) }
                    let plan = switch team.tier {
                    case .free: "Free"
                    case .pro: "Professional"
                    case .business: "Business"
                    }
                    return TeamView(id: team.id, plan: plan, members: team.members.count, since: team.createdAt)
                }
            }
            """#),
        RuleRow(
            "newest first",
            #"""
            @Route struct NewestRoute {
                let posts: PostService

                func GET(limit: Int = 10) async throws -> [PostView] {
                    try await posts.all()
                        .filter { $0.state == .live }
                        .sorted { ($0.at, $0.id) > ($1.at, $1.id) }
                        .prefix(limit)
                        .map { PostView(id: $0.id, text: $0.text, at: $0.at, isReply: $0.parent != nil) }
                }
            }
            """#),
        RuleRow(
            "a draft or not",
            #"""
            @Route struct DraftRoute {
                let posts: PostService

                func POST(author: Author, body: NewPost) async throws -> Created<Post> {
                    let post = try await posts.publish(body.text, by: author.id, state: body.isDraft ? .hidden : .live)
                    return Created(post, at: "/posts/\(post.id)")
                }
            }
            """#),
        RuleRow(
            "a stream of bytes with progress in the log",
            #"""
            @Route struct CopyRoute {
                let blobs: BlobService
                let log: Logger

                func GET(id: Int) async throws -> Response {
                    guard let blob = try await blobs.find(id) else { throw Problem(.notFound) }
                    let chunk = 64 * 1024
                    return Response.stream(length: blob.size) { writer in
                        var offset = 0
                        while offset < blob.size {
                            let end = min(offset + chunk, blob.size)
                            try await writer.write(blobs.read(id, from: offset, to: end))
                            log.debug("\(end * 100 / blob.size) %")
                            offset = end
                        }
                    }
                }
            }
            """#),
    ]

    @Test(arguments: rows) func `the work of a handler is left alone`(row: RuleRow) {
        let found = findings(BusinessRuleInHandler(), MarketApp.with(row.source))
        #expect(found.isEmpty == true)
    }
}
