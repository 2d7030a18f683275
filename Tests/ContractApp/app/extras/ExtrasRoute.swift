// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge

/// Bare verbs and methods with paths in one file, with parameters of the path.
@Route struct ExtrasRoute {
    func GET() -> Note { Note(what: "extras", detail: "all") }

    @GET("/extra") func extra() -> Note { Note(what: "extras", detail: "extra") }

    @GET("/extra/:number") @DELETE("/extra/:number")
    func numbered(number: UInt8) -> Note { Note(what: "extra", detail: "\(number)") }

    @PUT("/raw/:one/*rest") func raw(request: Request) -> Note {
        Note(what: request.parameter("one") ?? "-", detail: request.parameters("rest").joined(separator: "|"))
    }
}
