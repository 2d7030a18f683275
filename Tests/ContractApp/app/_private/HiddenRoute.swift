// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge

/// Never mounted: the folder says so.
@Route struct HiddenRoute {
    func GET() -> String { "hidden" }
}
