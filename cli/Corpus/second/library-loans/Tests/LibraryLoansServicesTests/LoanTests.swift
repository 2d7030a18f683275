import LibraryLoansServices
import Testing

@Suite struct LoanTests {
    let shelf = InMemoryShelf()

    @Test func `who is late pays, and who owes much gets nothing`() async throws {
        let catalogue = Catalogue(shelf: shelf)
        let book = try await catalogue.add(NewBook(title: "Birds of Bern"))
        let ada = try await catalogue.join(NewMember(name: "Ada"))
        _ = try await LoanDesk(shelf: shelf).lend(book.id, to: ada.id)
        await #expect(throws: LibraryError.lent(until: 28)) { try await catalogue.discard(book.id) }
        #expect(try await LoanDesk(shelf: shelf, today: { 100 }).giveBack(book.id) == 1_440)
        await #expect(throws: LibraryError.owes(1_440)) { try await LoanDesk(shelf: shelf).lend(book.id, to: ada.id) }
        #expect(try await catalogue.books(title: "birds") == [book])
        #expect(try await catalogue.member(ada.id)?.owes == 1_440)
        #expect(try await catalogue.members().count == 1)
        await #expect(throws: LibraryError.noBook(7)) { try await LoanDesk(shelf: shelf).renew(7) }
    }
}
