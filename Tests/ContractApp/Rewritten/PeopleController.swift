// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Controller struct PeopleController {
    let directory: Directory

    @GET func list(limit: Int = 4, page: Int = 1) async -> [Person] {
        directory.list(page: page, limit: limit)
    }

    @POST func create(body new: NewPerson) throws -> Response {
        let person = try directory.create(new)
        return Response.json(person, status: .created).header(.location, "/users/10")
    }

    @GET("/:id") func show(id: Int) throws -> Person? { directory.find(id) }

    @GET("/:id/orders/:order") func order(order: UUID, full: Bool?, id: Int) async -> Note {
        Note(what: "order \(order.uuidString) of \(id)", detail: full == true ? "full" : "short")
    }
}
