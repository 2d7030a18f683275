/// Lends for four weeks; each day beyond costs 20.
package struct LoanDesk: Sendable {
    let shelf: any Shelf
    let today: @Sendable () -> Int

    package init(shelf: any Shelf, today: @escaping @Sendable () -> Int = { 0 }) {
        (self.shelf, self.today) = (shelf, today)
    }

    package func lend(_ book: Int, to id: Int) async throws -> Loan {
        guard let member = try await shelf.members().first(where: { $0.id == id }) else { throw LibraryError.noMember(id) }
        guard member.owes < 1_000 else { throw LibraryError.owes(member.owes) }
        if let loan = try await shelf.loan(of: book) { throw LibraryError.lent(until: loan.due) }
        let loan = Loan(book: book, member: id, due: today() + 28)
        try await shelf.keep(loan)
        return loan
    }

    /// The fine.
    package func giveBack(_ book: Int) async throws -> Int {
        guard let loan = try await shelf.loan(of: book) else { return 0 }
        let fine = max(0, today() - loan.due) * 20
        try await shelf.end(loan, fine: fine)
        return fine
    }

    package func renew(_ book: Int) async throws -> Loan {
        guard var loan = try await shelf.loan(of: book) else { throw LibraryError.noBook(book) }
        loan.due = max(loan.due, today()) + 14
        try await shelf.keep(loan)
        return loan
    }
}
