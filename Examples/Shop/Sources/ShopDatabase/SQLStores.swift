// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeData
import ShopServices

extension Stores {
    /// Stores that keep everything in one database, whose migrations have been applied.
    package static func sql(_ database: Database) -> Stores {
        Stores(
            users: SQLUserStore(database), products: SQLProductStore(database),
            orders: SQLOrderStore(database))
    }
}

extension PageRequest {
    /// The tail of a query for one page.
    var clause: SQL { "LIMIT \(limit) OFFSET \(offset)" }
}
