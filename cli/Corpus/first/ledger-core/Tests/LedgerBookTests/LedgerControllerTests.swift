import Fledge
import LedgerBookServices
import Testing

@testable import LedgerBook

@Suite struct LedgerControllerTests {
    let ledger = LedgerService(store: InMemoryLedger())

    @Test func `accounts are opened, listed and told as CSV`() async throws {
        let accounts = AccountController(ledger: ledger)
        let ada = try await accounts.open(body: NewAccount(name: "Ada", opening: 500))
        _ = try await accounts.open(body: NewAccount(name: "Bob"))
        #expect(ada.location == "/ledger/accounts/1")
        #expect(try await accounts.list().count == 2)
        #expect(try await accounts.show(id: 1) == ada.value)

        let transfers = TransferController(ledger: ledger)
        let now = try await transfers.move(prefer: nil, body: NewTransfer(from: 1, to: 2, amount: 250))
        #expect(now.status == .created)
        let later = try await transfers.move(
            prefer: Header("respond-async"), body: NewTransfer(from: 1, to: 2, amount: 1))
        #expect(later.status == .accepted)
        #expect(try await transfers.show(id: 1).amount == 250)
        let csv = try await accounts.statement(id: 1)
        #expect(csv.headers["Content-Disposition"]?.contains("statement-1.csv") == true)
    }
}
