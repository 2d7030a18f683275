// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import NIOCore

/// How fast a request body comes.
struct BodyPace {
    /// How long the server has waited for bytes; the time in which it did not take any is left out.
    let waited: TimeAmount
    /// How many bytes have come.
    let received: Int

    /// A slow start is nobody's fault.
    private static let grace = TimeAmount.seconds(10)

    /// Whether the whole body takes too long or, after a while, comes at too low a rate.
    func isTooSlow(_ limits: Limits) -> Bool {
        if waited >= limits.bodyTime.timeAmount { return true }
        guard waited >= Self.grace else { return false }
        let seconds = Int(waited.nanoseconds / 1_000_000_000)
        return received / seconds < limits.bodyRate
    }
}
