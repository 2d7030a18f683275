// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeSchema

/// Turns what a client asks for into priced lines.
///
/// Pure: no store, no clock.
enum OrderPricing {
    /// Prices the lines from the catalogue.
    ///
    /// Lines of the same product become one.
    ///
    /// - Throws: ``ShopError/notOrderable(_:)`` naming every line whose product is unknown, priced in
    ///   another currency than the first, or asked for too often in all.
    static func lines(
        of order: NewOrder, catalog: [Product.ID: Product]
    ) throws(ShopError) -> [Order.Line] {
        var wrong: [Violation] = []
        var quantities: [Product.ID: Int] = [:]
        var sequence: [Product] = []
        for (index, line) in order.lines.enumerated() {
            guard let product = catalog[line.productID] else {
                wrong += .init("/lines/\(index)/productID", "unknown", "names no product")
                continue
            }
            let (own, currency) = (
                product.price.currency, (sequence.first ?? product).price.currency
            )
            if own != currency {
                wrong += .init(
                    "/lines/\(index)/productID", "currency",
                    "is sold in \(own.rawValue), the others in \(currency.rawValue)")
            }
            if quantities[product.id] == nil { sequence.append(product) }
            // At most 100 lines of 1000 each: no overflow.
            quantities[product.id, default: 0] += line.quantity
            if quantities[product.id, default: 0] > OrderService.maximumQuantity {
                wrong += .init(
                    "/lines/\(index)/quantity", "range",
                    "makes more than \(OrderService.maximumQuantity) of the product")
            }
        }
        guard wrong.isEmpty else { throw .notOrderable(wrong) }
        return sequence.map { product in
            Order.Line(
                productID: product.id, name: product.name,
                quantity: quantities[product.id, default: 0], unitPrice: product.price)
        }
    }

    /// The sum over all lines.
    ///
    /// - Throws: ``ShopError/notOrderable(_:)`` if it is more than a number holds, or currencies differ.
    static func total(of lines: [Order.Line]) throws(ShopError) -> Money {
        var total: Money?
        for line in lines {
            guard let price = line.unitPrice.times(line.quantity),
                let sum = total.map({ $0.adding(price) }) ?? price
            else {
                throw .notOrderable(.init("/lines", "total", "come to more than can be counted"))
            }
            total = sum
        }
        guard let total else { throw .notOrderable(.init("/lines", "items", "must not be empty")) }
        return total
    }
}
