// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge

@Route struct UsersRoute {
    let directory: Directory

    /// A page of people.
    func GET(page: Int = 1, limit: Int = 4) -> [Person] {
        directory.list(page: page, limit: limit)
    }
}
