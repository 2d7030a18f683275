// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge

@Route struct FilterRoute {
    /// The whole query as one value, after somebody who has to be waited for.
    func GET(member: Member, query: Filter) async -> Filter { query }
}
