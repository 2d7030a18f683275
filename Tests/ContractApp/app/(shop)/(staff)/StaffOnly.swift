// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge

/// The second of two in one folder; it goes first, by the name of its file.
@FolderMiddleware struct StaffOnly: SyncMiddleware {
    func before(_ request: inout Request) throws -> Response? {
        try Password().before(&request)
    }
}
