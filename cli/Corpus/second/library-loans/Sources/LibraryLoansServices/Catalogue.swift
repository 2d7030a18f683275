/// Books and members.
package struct Catalogue: Sendable {
    let shelf: any Shelf
    package init(shelf: any Shelf) { self.shelf = shelf }

    package func books(title: String) async throws -> [Book] {
        let words = title.lowercased()
        return try await shelf.books().filter { words.isEmpty || $0.title.lowercased().contains(words) }
    }

    package func book(_ id: Int) async throws -> Book? { try await shelf.books().first { $0.id == id } }
    package func add(_ new: NewBook) async throws -> Book { try await shelf.add(new.title) }

    package func discard(_ id: Int) async throws {
        if let loan = try await shelf.loan(of: id) { throw LibraryError.lent(until: loan.due) }
        guard try await shelf.remove(id) else { throw LibraryError.noBook(id) }
    }

    package func members() async throws -> [Member] { try await shelf.members() }
    package func member(_ id: Int) async throws -> Member? { try await shelf.members().first { $0.id == id } }
    package func join(_ new: NewMember) async throws -> Member { try await shelf.join(new.name) }
}
