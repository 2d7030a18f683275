import FledgeDataTesting
import LedgerBookDatabase
import LedgerBookServices
import Testing

@Test(.database(migrations: "migrations"))
func `a transfer takes from one and gives to the other`() async throws {
    let store = SQLLedgerStore(try TestDatabase.current)
    let ada = try await store.open(NewAccount(name: "Ada", opening: 500))
    let bob = try await store.open(NewAccount(name: "Bob"))
    let moved = try await store.move(NewTransfer(from: ada.id, to: bob.id, amount: 5))
    #expect(try await store.transfer(moved.id) == moved)
    #expect(try await store.entries(of: bob.id).map(\.amount) == [5])
    #expect(try await store.accounts().map(\.balance) == [495, 5])
}
