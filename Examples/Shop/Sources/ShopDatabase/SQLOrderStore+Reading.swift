// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeData
import ShopServices

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension SQLOrderStore {
    package func find(_ id: Order.ID) async throws -> Order? {
        let records = try await database.query(
            "SELECT * FROM orders WHERE id = \(id)", as: OrderRecord.self)
        return try await withLines(records).first
    }

    package func list(of user: User.ID?, _ page: PageRequest) async throws -> Page<Order> {
        let filter: SQL = if let user { "WHERE user_id = \(user)" } else { "" }
        let total = try await database.one("SELECT count(*) FROM orders \(filter)", as: Int.self)
        let records = try await database.query(
            "SELECT * FROM orders \(filter) ORDER BY id \(page.clause)", as: OrderRecord.self)
        return page.page(of: try await withLines(records), total: total)
    }

    /// Adds their lines to orders: one query for all of them, not one each.
    private func withLines(_ records: [OrderRecord]) async throws -> [Order] {
        guard !records.isEmpty else { return [] }
        let rows = try await database.query(
            """
            SELECT * FROM order_lines WHERE order_id IN (\(records.map(\.id)))
            ORDER BY order_id, position
            """)
        var lines: [Int: [Order.Line]] = [:]
        for row in rows {
            lines[try row.get("order_id"), default: []].append(try row.decode())
        }
        return records.map { $0.order(lines: lines[$0.id.rawValue] ?? []) }
    }
}

/// A row of `orders`, whose lines stand in a table of their own.
private struct OrderRecord: Decodable {
    let id: Order.ID
    let userID: User.ID
    let status: Order.Status
    let total: Money
    let createdAt: Date

    func order(lines: [Order.Line]) -> Order {
        let draft = OrderDraft(userID: userID, lines: lines, total: total, createdAt: createdAt)
        return Order(id: id, draft: draft, status: status)
    }
}
