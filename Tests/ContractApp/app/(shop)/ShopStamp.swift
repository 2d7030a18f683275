// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge

/// Around everything in the group, built from the services.
@FolderMiddleware struct ShopStamp: SyncMiddleware {
    let directory: Directory

    func before(_ request: inout Request) throws -> Response? { stamp.before(&request) }

    func after(_ request: Request, _ response: inout Response) { stamp.after(request, &response) }

    private var stamp: Stamp { Stamp("\(directory.list(page: 1, limit: 2).count) shop") }
}
