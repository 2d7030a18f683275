// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge

/// Around the inner group, inside the outer one, and asynchronous.
@FolderMiddleware struct StaffStamp: Middleware {
    func handle(_ request: Request, next: Next) async -> Response {
        await WaitingStamp("staff").handle(request, next: next)
    }
}
