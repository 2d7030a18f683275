// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge

/// A static path beside a parameter: `GET` is answered here, and `DELETE` by `users/[id]`.
@Route struct MeRoute {
    func GET(caller: Caller) -> Note { Note(what: "me", detail: caller.name) }
}
