// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge

/// A static segment below a parameter and beside another.
@Route struct LatestOrderRoute {
    func GET(id: Int) async throws -> Note { Note(what: "latest", detail: "\(id)") }
}
