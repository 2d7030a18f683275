package protocol LedgerStore: Sendable {
    func accounts() async throws -> [Account]
    func open(_ new: NewAccount) async throws -> Account
    func move(_ new: NewTransfer) async throws -> Transfer
    func transfer(_ id: Int) async throws -> Transfer?
    func entries(of account: Int) async throws -> [Entry]
}

package actor InMemoryLedger: LedgerStore {
    private var all: [Account] = []
    private var transfers: [(Transfer, String)] = []
    package init() {}

    package func accounts() -> [Account] { all }

    package func open(_ new: NewAccount) -> Account {
        all.append(Account(id: all.count + 1, name: new.name, balance: new.opening))
        return all[all.count - 1]
    }

    package func move(_ new: NewTransfer) -> Transfer {
        for index in all.indices {
            if all[index].id == new.from { all[index].balance -= new.amount }
            if all[index].id == new.to { all[index].balance += new.amount }
        }
        let transfer = Transfer(id: transfers.count + 1, from: new.from, to: new.to, amount: new.amount)
        transfers.append((transfer, new.note))
        return transfer
    }

    package func transfer(_ id: Int) -> Transfer? { transfers.first { $0.0.id == id }?.0 }

    package func entries(of account: Int) -> [Entry] {
        transfers.filter { $0.0.from == account || $0.0.to == account }.map { transfer, note in
            Entry(id: transfer.id, amount: transfer.to == account ? transfer.amount : -transfer.amount, note: note)
        }
    }
}
