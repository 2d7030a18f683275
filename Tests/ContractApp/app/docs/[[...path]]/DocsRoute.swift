// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge

@Route struct DocsRoute {
    /// Any number of segments, none among them.
    func GET(path: [Int]) -> [Int] { path }
}
