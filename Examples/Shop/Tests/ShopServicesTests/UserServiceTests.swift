// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import ShopServices
import Testing

@Suite struct UserServiceTests {
    private let users = UserService(store: InMemoryUserStore())

    @Test func `a new user has a trimmed name and an address in lower case`() async throws {
        let user = try await users.create(
            NewUser(name: "  Ada \n", email: " Ada@Example.COM "))
        #expect(user.name == "Ada")
        #expect(user.email == "ada@example.com")
        #expect(try await users.find(user.id) == user)
    }

    @Test func `what is no space is not trimmed`() async throws {
        for (index, name) in ["\u{20}\u{301}", "\u{3000}"].enumerated() {
            let user = try await users.create(NewUser(name: name, email: "\(index)@b.c"))
            #expect(user.name.unicodeScalars.last == name.unicodeScalars.last)
        }
    }

    @Test func `everything wrong with an input is told at once`() async {
        let error = await shopError {
            try await users.create(NewUser(name: " ", email: "nobody"))
        }
        #expect(Set(error?.pointers ?? []) == ["/name", "/email"])
    }

    @Test(arguments: [
        "", "@", "a@", "@b.c", "a@b.", "a@.c", "a b@c.d", "a@b@c.d", "a@b\u{7}.c",
        String(repeating: "a", count: 250) + "@b.cd",
    ])
    func `an address of no form is refused`(email: String) async {
        let error = await shopError { try await users.create(NewUser(name: "A", email: email)) }
        #expect(Set(error?.pointers ?? []) == ["/email"])
    }

    @Test(arguments: [
        "a@b.c", "ada+shop@mail.example.co.uk", "o'brien@x.org",
    ])
    func `an unusual address is fine`(email: String) async throws {
        #expect(try await users.create(NewUser(name: "A", email: email)).email == email)
    }

    @Test(arguments: [(100, true), (101, false)])
    func `a name has at most 100 characters`(count: Int, isFine: Bool) async {
        let name = String(repeating: "é", count: count)
        let error = await shopError { try await users.create(NewUser(name: name, email: "a@b.c")) }
        #expect((error == nil) == isFine)
    }

    @Test func `an address is taken in whatever case`() async throws {
        _ = try await users.create(NewUser(name: "Ada", email: "ada@example.com"))
        let error = await shopError {
            try await users.create(NewUser(name: "Eve", email: "ADA@example.com"))
        }
        #expect(error == .emailTaken("ada@example.com"))
    }

    @Test func `an update changes what it names and checks it like a sign-up`() async throws {
        let user = try await users.create(NewUser(name: "Ada", email: "ada@example.com"))
        let renamed = try await users.update(user.id, UpdateUser(name: " Lovelace "))
        #expect(renamed.name == "Lovelace" && renamed.email == user.email)
        let error = await shopError {
            try await users.update(user.id, UpdateUser(name: "", email: "x"))
        }
        #expect(Set(error?.pointers ?? []) == ["/name", "/email"])
        #expect(await shopError { try await users.update(99, UpdateUser()) } == .userNotFound(99))
    }

    @Test func `what is not there is said so`() async {
        #expect(await shopError { try await users.find(7) } == .userNotFound(7))
        #expect(await shopError { try await users.remove(7) } == .userNotFound(7))
    }

    @Test(arguments: [(0, 20), (-1, 20), (.min, 20), (1, 0), (1, 101), (.max, 100)])
    func `a page out of range is refused, however far`(page: Int, limit: Int) async {
        let error = await shopError { try await users.list(PageRequest(page: page, limit: limit)) }
        #expect(error?.pointers.count == 1)
    }
}
