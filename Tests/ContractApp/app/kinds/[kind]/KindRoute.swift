// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge

@Route struct KindRoute {
    /// An enum in the path.
    func GET(kind: Kind) -> Kind { kind }
}
