// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge

@Route struct AssetRoute {
    /// One segment or more, as a list.
    func GET(path: [String]) -> [String] { path }

    /// The same as one text, in a chain that waits.
    func PUT(path: String) async -> Note { Note(what: "asset", detail: path) }
}
