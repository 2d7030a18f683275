// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge

/// A second route in the folder, with a verb of its own.
@Route struct NewUserRoute {
    let directory: Directory

    /// A new person.
    func POST(body: NewPerson) async throws -> Created<Person> {
        let person = try directory.create(body)
        return Created(person, at: "/users/\(person.id)")
    }
}
