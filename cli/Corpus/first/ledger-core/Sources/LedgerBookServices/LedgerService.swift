package struct LedgerService: Sendable {
    private let store: any LedgerStore
    package init(store: any LedgerStore) { self.store = store }

    package func accounts() async throws -> [Account] { try await store.accounts() }

    package func open(_ new: NewAccount) async throws -> Account { try await store.open(new) }

    package func account(_ id: Int) async throws -> Account {
        guard let account = try await store.accounts().first(where: { $0.id == id }) else {
            throw LedgerError.noAccount(id)
        }
        return account
    }

    package func transfer(_ new: NewTransfer) async throws -> Transfer {
        guard new.from != new.to else { throw LedgerError.sameAccount }
        let source = try await account(new.from)
        _ = try await account(new.to)
        guard source.balance >= new.amount else {
            throw LedgerError.overdrawn(by: new.amount - source.balance)
        }
        return try await store.move(new)
    }

    package func find(_ id: Int) async throws -> Transfer? { try await store.transfer(id) }

    package func entries(of account: Int) async throws -> [Entry] { try await store.entries(of: account) }
}
