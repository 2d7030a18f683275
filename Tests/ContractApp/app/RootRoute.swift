// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge

@Route struct RootRoute {
    /// The root, synchronous throughout.
    func GET() -> String { "root" }

    /// SwiftPM passes over folders that begin with a dot, so such a path stands on a method.
    @GET("/.well-known/about") func about() -> Note { Note(what: "about", detail: "well known") }
}
