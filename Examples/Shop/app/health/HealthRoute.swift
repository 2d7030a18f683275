// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge

@Route struct HealthRoute {
    /// Says that the process answers.
    func GET() -> JSON { ["status": "ok"] }
}
