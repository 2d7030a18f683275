// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeSchema

/// What the shop refuses to do, and why.
///
/// The web layer gives each case its status.
package enum ShopError: Error, Equatable, Sendable {
    /// The input breaks rules: all that are broken, not just the first.
    case invalid([Violation])
    case userNotFound(User.ID)
    case productNotFound(Product.ID)
    case orderNotFound(Order.ID)
    /// Another user has the address.
    case emailTaken(String)
    /// The user has ordered, and orders are kept.
    case userHasOrders(User.ID)
    /// What is asked for cannot be sold in one order: unknown products, several currencies, too much.
    case notOrderable([Violation])
    /// The shelf would be too full.
    case stockTooHigh
    case outOfStock(product: Product.ID, requested: Int, available: Int)
    /// An order in this state cannot go to that one.
    case wrongStatus(order: Order.ID, from: Order.Status, to: Order.Status)
    /// The key has been used for an order of other things.
    case keyReused(IdempotencyKey)
    /// The requester may not do this.
    case notAllowed(String)
}

extension [Violation] {
    /// One, made in a line.
    init(_ pointer: String, _ code: String, _ message: String) {
        self = [Violation(pointer: pointer, code: code, message: message)]
    }
}

extension ShopError: CustomStringConvertible {
    /// A sentence for the client.
    ///
    /// It tells nothing that the client may not know.
    package var message: String {
        switch self {
        case .invalid(let violations), .notOrderable(let violations):
            violations.map { "\($0.pointer) \($0.message)" }.joined(separator: "; ")
        case .stockTooHigh:
            "No product can have a stock above \(ProductService.maximumStock)."
        case .userNotFound(let id): "There is no user \(id)."
        case .productNotFound(let id): "There is no product \(id)."
        case .orderNotFound(let id): "There is no order \(id)."
        case .emailTaken(let email): "The address \(email) belongs to another user."
        case .userHasOrders(let id): "User \(id) has orders and cannot be removed."
        case .outOfStock(let product, let requested, let available):
            "Of product \(product) only \(available) are left; \(requested) were asked for."
        case .wrongStatus(let order, let from, let to):
            "Order \(order) is \(from.rawValue) and cannot become \(to.rawValue)."
        case .keyReused(let key):
            "The key '\(key.rawValue)' was used for another order. Make a new key for each order."
        case .notAllowed(let reason): reason
        }
    }

    package var description: String { message }
}
