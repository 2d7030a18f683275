// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Testing

@testable import FledgeDoctor

/// What looks like a rule and is the work of a handler.
@Suite struct MarketWorkTests {
    static let rows = [
        RuleRow(
            "what is left of a limit",
            #"""
            @Route struct LimitedRoute {
                let accounts: AccountService
                let posts: PostService

                func GET(user: Int, q: String) async throws -> Response {
                    let quota = try await accounts.quota(user)
                    let found = try await posts.search(q)
                    return Response.json(found)
                        .header("X-RateLimit-Limit", "\(quota.limit)")
                        .header("X-RateLimit-Remaining", String(max(0, quota.limit - quota.used)))
                        .header("X-RateLimit-Reset", String(Int(quota.resetsAt.timeIntervalSince1970)))
                }
            }
            """#),
        RuleRow(
            "pages with links",
            #"""
            @Controller struct OrderController {
                let orders: OrderService

                @GET func list(status: OrderStatus?, page: Int = 1, perPage: Int = 25) async throws -> Response {
                    let size = min(perPage, 100)
                    let total = try await orders.count()
                    let items = try await orders.list(status: status, limit: size, offset: (page - 1) * size)
                    let last = max(1, (total + size - 1) / size)
                    var links = ["</orders?page=1>; rel=first", "</orders?page=\(last)>; rel=last"]
                    if page < last { links.append("</orders?page=\(page + 1)>; rel=next") }
                    return Response.json(OrderList(items: items, total: total, pages: last))
                        .header("Link", links.joined(separator: ", "))
                }
            }
            """#),
        RuleRow(
            "a part of a file",
            #"""
            @Route struct BlobRoute {
                let blobs: BlobService

                func GET(id: Int, request: Request) async throws -> Response {
                    guard let blob = try await blobs.find(id) else { throw Problem(.notFound) }
                    guard let range = ByteRange(request.headers[.range] ?? "") else {
                        return Response(bytes: try await blobs.read(id, from: 0, to: blob.size - 1))
                    }
                    let start = range.first ?? max(0, blob.size - range.suffix)
                    let end = min(range.last ?? blob.size - 1, blob.size - 1)
                    guard start <= end else { throw Problem(.rangeNotSatisfiable) }
                    let bytes = try await blobs.read(id, from: start, to: end)
                    return Response(bytes: bytes, status: .partialContent)
                        .header(.contentRange, "bytes \(start)-\(end)/\(blob.size)")
                        .header(.contentLength, "\(end - start + 1)")
                }
            }
            """#),
        RuleRow(
            "a thumbnail",
            #"""
            @Route struct ThumbnailRoute {
                let blobs: BlobService

                func GET(id: Int, width: Int = 200) async throws -> Response {
                    guard let blob = try await blobs.find(id), blob.type.hasPrefix("image/") else {
                        throw Problem(.notFound)
                    }
                    let bytes = try await blobs.thumbnail(
                        id, width: min(max(width, 16), 1024), quality: blob.type == "image/png" ? 1 : 0.8)
                    return Response(bytes: bytes).header(.contentType, blob.type)
                }
            }
            """#),
        RuleRow(
            "how many there are of each",
            #"""
            @Route struct StatsRoute {
                let posts: PostService

                func GET() async throws -> Stats {
                    let all = try await posts.all()
                    let byState = Dictionary(grouping: all, by: \.state).mapValues(\.count)
                    return Stats(
                        total: all.count, live: byState[.live, default: 0], held: byState[.held, default: 0],
                        authors: Set(all.map(\.author)).count)
                }
            }
            """#),
        RuleRow(
            "whether it is well",
            #"""
            @Route struct HealthRoute {
                let desk: DeskService

                func GET() async throws -> Response {
                    let start = ContinuousClock.now
                    let isWell = (try? await desk.check()) ?? false
                    let time = ContinuousClock.now - start
                    let millis = time.components.attoseconds / 1_000_000_000_000_000
                    return Response.json(
                        Health(status: isWell ? "ok" : "down", millis: Int(millis)), status: isWell ? .ok : .serviceUnavailable)
                }
            }
            """#),
        RuleRow(
            "a session that is over",
            #"""
            @Route struct MeRoute {
                let accounts: AccountService

                func GET(request: Request) async throws -> UserView {
                    guard let token = request.cookies["session"], let session = try await accounts.session(token),
                        session.expiresAt > Date()
                    else { throw Problem(.unauthorized) }
                    guard let user = try await accounts.user(session.user) else { throw Problem(.notFound) }
                    return UserView(id: user.id, email: user.email, isPaying: user.subscription != nil)
                }
            }
            """#),
        RuleRow(
            "a state in words and colours",
            #"""
            @Route struct OrderPage {
                let orders: OrderService

                func GET(id: Int) async throws -> OrderView {
                    let order = try await orders.find(id)
                    return OrderView(
                        number: order.id, status: text(order.status), color: color(order.status),
                        total: euros(order.cents), itemCount: order.items.count)
                }

                private func text(_ status: OrderStatus) -> String {
                    switch status {
                    case .open: "Not paid yet"
                    case .paid: "We are packing it"
                    case .shipped: "On its way"
                    case .cancelled: "Cancelled"
                    }
                }

                private func color(_ status: OrderStatus) -> Int {
                    switch status {
                    case .open: 0xFFAA00
                    case .paid, .shipped: 0x00AA44
                    case .cancelled: 0x888888
                    }
                }

                private func euros(_ cents: Int) -> String {
                    let rest = cents % 100
                    return "\(cents / 100),\(rest < 10 ? "0" : "")\(rest) €"
                }
            }
            """#),
        RuleRow(
            "only what was not changed meanwhile",
            #"""
            @Route struct OrderRoute {
                let orders: OrderService

                func DELETE(id: Int, request: Request) async throws -> Response {
                    let order = try await orders.find(id)
                    guard let match = request.headers[.ifMatch] else { throw Problem(.preconditionRequired) }
                    guard match == "\"\(order.version)\"" else { throw Problem(.preconditionFailed) }
                    _ = try await orders.cancel(id)
                    return Response(.noContent)
                }
            }
            """#),
        RuleRow(
            "three tries",
            #"""
            @Route struct ShipRoute {
                let orders: OrderService

                func POST(id: Int) async throws -> Order {
                    for attempt in 1...3 {
                        do {
                            return try await orders.ship(id)
                        } catch CarrierError.busy where attempt < 3 {
                            try await Task.sleep(for: .milliseconds(100 * attempt))
                        }
                    }
                    throw Problem(.serviceUnavailable, "The carrier does not answer.")
                }
            }
            """#),
        RuleRow(
            "a box on a map",
            #"""
            @Route struct SensorsRoute {
                let sensors: SensorService
                let map: MapService

                func GET(bbox: String) async throws -> [Pin] {
                    let numbers = bbox.split(separator: ",").compactMap { Double($0) }
                    guard numbers.count == 4, numbers[0] < numbers[2], numbers[1] < numbers[3] else {
                        throw Problem(.badRequest, "bbox=west,south,east,north")
                    }
                    let found = try await map.pins(west: numbers[0], south: numbers[1], east: numbers[2], north: numbers[3])
                    return found.map { Pin(id: $0.id, lat: $0.lat, lng: $0.lng) }
                }
            }
            """#),
        RuleRow(
            "an import by lines",
            #"""
            @Route struct ImportRoute {
                let orders: OrderService

                func POST(id: Int, request: Request) async throws -> ImportReport {
                    let lines = try await request.text().split(separator: "\n").dropFirst()
                    var problems: [LineProblem] = []
                    var stored = 0
                    for (index, line) in lines.enumerated() {
                        let cells = line.split(separator: ";")
                        guard cells.count == 3, let product = Int(cells[0]), let quantity = Int(cells[1]),
                            let cents = Int(cells[2])
                        else {
                            problems.append(LineProblem(line: index + 2, text: "It has to have three numbers."))
                            continue
                        }
                        _ = try await orders.add(CartItem(product: product, quantity: quantity, cents: cents), to: id)
                        stored += 1
                    }
                    return ImportReport(stored: stored, problems: problems)
                }
            }
            """#),
    ]

    @Test(arguments: rows) func `the work of a handler is left alone`(row: RuleRow) {
        let found = findings(BusinessRuleInHandler(), MarketApp.with(row.source))
        #expect(found.isEmpty == true)
    }
}
