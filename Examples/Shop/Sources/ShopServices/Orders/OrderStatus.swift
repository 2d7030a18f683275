// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeSchema

extension Order {
    /// Where an order stands.
    ///
    ///     placed ──▶ paid ──▶ shipped ──▶ delivered
    ///        └─────────┴────▶ cancelled
    package enum Status: String, SchemaType, CaseIterable, Sendable {
        case placed, paid, shipped, delivered, cancelled

        /// Whether an order may go from this state to that one.
        package func canBecome(_ next: Status) -> Bool {
            switch (self, next) {
            case (.placed, .paid), (.paid, .shipped), (.shipped, .delivered): true
            case (.placed, .cancelled), (.paid, .cancelled): true
            default: false
            }
        }
    }

    /// Throws unless the requester may bring the order to a state: staff to any that it can
    /// become, a customer may only cancel, and only before it is paid.
    func checkChange(to next: Status, by requester: Requester) throws(ShopError) {
        guard status.canBecome(next) else {
            throw .wrongStatus(order: id, from: status, to: next)
        }
        guard requester != .staff else { return }
        guard next == .cancelled else {
            throw .notAllowed("Only staff can mark an order as \(next.rawValue).")
        }
        guard status == .placed else {
            throw .notAllowed("A paid order can be cancelled by staff only. Please contact us.")
        }
    }
}
