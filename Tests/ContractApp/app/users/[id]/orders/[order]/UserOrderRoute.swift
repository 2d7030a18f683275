// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Route struct UserOrderRoute {
    /// Two parameters, with types of their own.
    func GET(id: Int, order: UUID, full: Bool = false) -> Note {
        Note(what: "order \(order.uuidString) of \(id)", detail: full ? "full" : "short")
    }
}
