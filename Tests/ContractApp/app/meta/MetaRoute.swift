// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge

@Route struct MetaRoute {
    /// Header fields and cookies, named by their labels.
    func GET(
        ifMatch: Header<String>, xCount: Header<Int>?, theme: Cookie<Theme>?, session: Cookie<Int>
    ) -> MetaEcho {
        MetaEcho(
            ifMatch: ifMatch.value, count: xCount?.value, theme: theme?.value, session: session.value)
    }
}
