// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge

@Route struct StockRoute {
    func GET() -> Note { Note(what: "stock", detail: "all") }

    /// A synchronous handler with a body, in a chain that waits.
    func PUT(body: NewPerson) -> Note { Note(what: "stock", detail: body.name) }
}
