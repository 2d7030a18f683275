// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge
import ShopServices

/// Wraps this folder and everything below it.
@FolderMiddleware struct StaffOnly: SyncMiddleware {
    func before(_ request: inout Request) throws -> Response? {
        guard try Requester.bind(from: request, name: "requester") == .staff else {
            throw Problem(.forbidden, "Only the staff may do this. (Say 'X-Staff: yes'.)")
        }
        return nil
    }

    func describe(_ route: inout RouteDescription) {
        route.requires(.staff)
    }
}
