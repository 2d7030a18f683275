// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge

@Route struct CartRoute {
    /// A path that does not say its group.
    func GET() -> Note { Note(what: "cart", detail: "empty") }

    /// Middleware of one handler, inside that of the folder, and a limit of its own.
    @POST(body: 64, use: Stamp("first"), Stamp("second"))
    func POST(body: [String]) -> [String] { body }
}
