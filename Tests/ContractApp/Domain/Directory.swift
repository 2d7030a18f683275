// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// People, as a pure function of their number: no state, so the order of requests does not matter.
struct Directory: Sendable {
    /// The person of that number, if there is one.
    func find(_ id: Int) -> Person? {
        (1...9).contains(id) ? Person(id: id, name: "Person \(id)", kind: .bird) : nil
    }

    /// A page of people.
    func list(page: Int, limit: Int) -> [Person] {
        (1...9).dropFirst((max(1, page) - 1) * max(0, limit)).prefix(max(0, limit)).compactMap(find)
    }

    /// - Throws: ``DirectoryError`` when the name is not free.
    func create(_ new: NewPerson) throws(DirectoryError) -> Person {
        guard new.name != "taken" else { throw .nameTaken(new.name) }
        return Person(id: 10, name: new.name, kind: new.kind ?? .bird)
    }
}

/// What can go wrong, without a word of the web.
enum DirectoryError: Error {
    case nameTaken(String)
}

/// An error that nobody translates for the web.
struct Unforeseen: Error {}
