// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge

/// A static path beside a catch-all; `PUT` here is the catch-all's.
@Route struct AssetIndexRoute {
    func GET() -> Note { Note(what: "assets", detail: "index") }
}
