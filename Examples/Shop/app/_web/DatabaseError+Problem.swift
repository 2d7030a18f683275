// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge
import FledgeData

/// A database that cannot be reached now may be in a moment: the client is told to come back. All
/// other errors of the database are failures of the shop, which is a 500 unless told otherwise.
extension DatabaseError: ProblemConvertible {
    /// 503 when it may work in a moment, else 500.
    public var problem: Problem {
        switch code {
        case .busy, .timeout, .connection:
            Problem(
                .serviceUnavailable, "The shop is busy. Please try again.", code: "busy",
                headers: [.retryAfter: "1"], cause: self)
        default:
            Problem(.internalServerError, "The shop could not do this.", cause: self)
        }
    }
}
