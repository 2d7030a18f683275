// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge

@Route struct LandingRoute {
    /// What is here, and how to try it.
    func GET(request: Request) -> HTML {
        HTML(
            LandingPage(
                routes: request.allRoutes, host: request.headers["Host"] ?? "127.0.0.1:3000"
            ).html)
    }
}
