// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeData
import ShopServices

extension SQLOrderStore {
    package func find(_ request: OrderRequest) async throws -> Order? {
        let earlier = try await database.first(
            """
            SELECT body, order_id FROM order_requests
            WHERE user_id = \(request.userID) AND key = \(request.key)
            """, as: RequestRecord.self)
        guard let earlier else { return nil }
        try request.check(against: earlier.body)
        // It has an order: outside of the transaction that wrote both nobody sees the one alone.
        guard let id = earlier.orderID else { return nil }
        return try await find(id)
    }

    /// Takes the key of a request for the transaction, or finds the order of whoever took it before.
    ///
    /// Where another transaction has taken it and is not done, the insert waits for its end: PostgreSQL
    /// does, and on SQLite there is one at a time.
    func claim(_ request: OrderRequest) async throws -> Order? {
        let claimed = try await database.execute(
            """
            INSERT INTO order_requests (user_id, key, body)
            VALUES (\(request.userID), \(request.key), \(request.body))
            ON CONFLICT (user_id, key) DO NOTHING
            """)
        return claimed.changes == 1 ? nil : try await find(request)
    }

    /// Notes the order that a claimed request has led to.
    func note(_ order: Order.ID, of request: OrderRequest, in tx: Database) async throws {
        try await tx.execute(
            """
            UPDATE order_requests SET order_id = \(order)
            WHERE user_id = \(request.userID) AND key = \(request.key)
            """)
    }
}

/// A row of `order_requests`.
private struct RequestRecord: Decodable {
    let body: String
    let orderID: Order.ID?
}
