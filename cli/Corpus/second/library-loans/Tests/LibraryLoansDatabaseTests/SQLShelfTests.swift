import FledgeDataTesting
import LibraryLoansDatabase
import LibraryLoansServices
import Testing

@Test(.database(migrations: "migrations"))
func `a loan ends with its fine`() async throws {
    let shelf = SQLShelf(try TestDatabase.current)
    let book = try await shelf.add("Birds"), ada = try await shelf.join("Ada")
    let loan = Loan(book: book.id, member: ada.id, due: 1)
    try await shelf.keep(loan)
    try await shelf.end(loan, fine: 20)
    #expect(try await shelf.members().first?.owes == 20)
    #expect(try await shelf.loan(of: book.id) == nil)
    #expect(try await shelf.remove(book.id))
}
