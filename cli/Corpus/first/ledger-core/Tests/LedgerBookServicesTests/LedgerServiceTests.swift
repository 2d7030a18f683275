import LedgerBookServices
import Testing

@Suite struct LedgerServiceTests {
    @Test func `nobody can spend what is not there`() async throws {
        let ledger = LedgerService(store: InMemoryLedger())
        let ada = try await ledger.open(NewAccount(name: "Ada", opening: 500))
        let bob = try await ledger.open(NewAccount(name: "Bob"))
        let moved = try await ledger.transfer(NewTransfer(from: ada.id, to: bob.id, amount: 200, note: "rent"))
        #expect(try await ledger.find(moved.id) == moved)
        #expect(try await ledger.accounts().map(\.balance) == [300, 200])
        #expect(try await ledger.entries(of: ada.id).map(\.amount) == [-200])
        await #expect(throws: LedgerError.overdrawn(by: 100)) {
            try await ledger.transfer(NewTransfer(from: ada.id, to: bob.id, amount: 400))
        }
        await #expect(throws: LedgerError.sameAccount) {
            try await ledger.transfer(NewTransfer(from: 1, to: 1, amount: 1))
        }
        await #expect(throws: LedgerError.noAccount(9)) { try await ledger.account(9) }
    }
}
