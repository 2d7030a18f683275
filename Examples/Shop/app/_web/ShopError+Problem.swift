// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge
import ShopServices

/// What the shop's own errors mean over HTTP. The services know nothing of this.
extension ShopError: ProblemConvertible {
    package var problem: Problem {
        switch self {
        case .invalid(let violations):
            Problem(
                .unprocessableContent, message, code: "invalid",
                violations: violations.map {
                    .init(.pointer($0.pointer), code: "rule", "\($0.field) \($0.message)")
                })
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
        case .notAllowed:
            Problem(.forbidden, message, code: "not_allowed")
        }
    }
}

extension Violation {
    /// `lines[2].quantity` as a JSON Pointer: `/lines/2/quantity`.
    fileprivate var pointer: String {
        "/" + field.split { ".[]".contains($0) }.joined(separator: "/")
    }
}
