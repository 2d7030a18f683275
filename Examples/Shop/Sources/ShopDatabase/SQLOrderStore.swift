// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeData
import ShopServices

/// Orders in a database.
///
/// An order, its stock and the request that it answers change in one transaction.
package struct SQLOrderStore: OrderStore {
    let database: Database

    package init(_ database: Database) {
        self.database = database
    }

    package func place(_ draft: OrderDraft, for request: OrderRequest?) async throws -> Order {
        do {
            return try await database.transaction { tx in
                if let request, let earlier = try await SQLOrderStore(tx).claim(request) {
                    return earlier
                }
                // By number, so that two orders of the same products lock rows in the same order
                // and cannot wait for each other, on databases that lock rows.
                for line in draft.lines.sorted(by: { $0.productID.rawValue < $1.productID.rawValue }
                ) {
                    try await take(line, in: tx)
                }
                let order = try await add(draft, in: tx)
                if let request { try await note(order.id, of: request, in: tx) }
                return order
            }
        } catch let error as DatabaseError where error.code == .foreignKeyViolation {
            // The products were there, or their stock could not have been taken.
            throw ShopError.userNotFound(draft.userID)
        }
    }

    /// Takes the stock of a line if there is enough.
    ///
    /// Check and change are one statement: between two there would be room for somebody else's
    /// order.
    private func take(_ line: Order.Line, in tx: Database) async throws {
        let taken = try await tx.execute(
            """
            UPDATE products SET stock = stock - \(line.quantity)
            WHERE id = \(line.productID) AND stock >= \(line.quantity)
            """)
        guard taken.changes == 0 else { return }
        let stock = try await tx.first(
            "SELECT stock FROM products WHERE id = \(line.productID)", as: Int.self)
        guard let stock else { throw ShopError.productNotFound(line.productID) }
        throw ShopError.outOfStock(
            product: line.productID, requested: line.quantity, available: stock)
    }

    private func add(_ draft: OrderDraft, in tx: Database) async throws -> Order {
        let id = try await tx.one(
            """
            INSERT INTO orders (user_id, status, total_amount, total_currency, created_at)
            VALUES (
                \(draft.userID), \(Order.Status.placed), \(draft.total.amount),
                \(draft.total.currency), \(draft.createdAt)
            )
            RETURNING id
            """, as: Order.ID.self)
        for (position, line) in draft.lines.enumerated() {
            try await tx.execute(
                """
                INSERT INTO order_lines (
                    order_id, position, product_id, name, quantity,
                    unit_price_amount, unit_price_currency
                ) VALUES (
                    \(id), \(position), \(line.productID), \(line.name), \(line.quantity),
                    \(line.unitPrice.amount), \(line.unitPrice.currency)
                )
                """)
        }
        return Order(id: id, draft: draft)
    }

    package func change(
        _ id: Order.ID, from: Order.Status, to: Order.Status
    ) async throws -> Bool {
        try await database.transaction { tx in
            let changed = try await tx.execute(
                "UPDATE orders SET status = \(to) WHERE id = \(id) AND status = \(from)")
            guard changed.changes == 1 else { return false }
            if to == .cancelled { try await giveBack(id, in: tx) }
            return true
        }
    }

    private func giveBack(_ id: Order.ID, in tx: Database) async throws {
        // No product stands in two lines of an order, so the subquery has one row.
        try await tx.execute(
            """
            UPDATE products SET stock = stock + (
                SELECT quantity FROM order_lines
                WHERE order_id = \(id) AND product_id = products.id
            )
            WHERE id IN (SELECT product_id FROM order_lines WHERE order_id = \(id))
            """)
    }
}
