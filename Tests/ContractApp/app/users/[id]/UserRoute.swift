// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge

@Route struct UserRoute {
    let directory: Directory

    /// One person, or a 404.
    func GET(id: Int) async -> Person? { directory.find(id) }

    /// Changes a person, whose body comes after a login.
    func PATCH(id: Int, caller: Caller, body: NewPerson) throws -> Person {
        _ = try directory.create(body)
        return Person(id: id, name: "\(body.name) by \(caller.name)", kind: body.kind ?? .cat)
    }

    /// No content.
    func DELETE(id: Int) {}
}
