// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge

@Route struct FileRoute {
    /// A parameter of text: everything that one segment can be.
    func GET(name: String) -> Note { Note(what: "file", detail: name) }
}
