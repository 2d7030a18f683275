// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge
import ShopServices

/// What the shop's own errors mean over HTTP. The services know nothing of this.
extension ShopError: ProblemConvertible {
    package var problem: Problem {
        switch self {
        case .invalid(let violations):
            Problem(violations)
        case .notOrderable(let violations):
            Problem(violations, status: .conflict, code: "not_orderable")
        case .stockTooHigh:
            Problem(.conflict, message, code: "stock_too_high")
        case .userNotFound, .productNotFound, .orderNotFound:
            Problem(.notFound, message, code: "not_found")
        case .emailTaken:
            Problem(.conflict, message, code: "email_taken")
        case .userHasOrders:
            Problem(.conflict, message, code: "user_has_orders")
        case .outOfStock(let product, let requested, let available):
            Problem(
                .conflict, message, code: "out_of_stock",
                extensions: [
                    "productID": .integer(product.rawValue),
                    "requested": .integer(requested), "available": .integer(available),
                ])
        case .wrongStatus:
            Problem(.conflict, message, code: "wrong_status")
        case .keyReused:
            Problem(.unprocessableContent, message, code: "key_reused")
        case .notAllowed:
            Problem(.forbidden, message, code: "not_allowed")
        }
    }
}
