import FledgeData
import LedgerBookServices

package struct SQLLedgerStore: LedgerStore {
    let database: Database
    package init(_ database: Database) { self.database = database }

    package func accounts() async throws -> [Account] {
        try await database.query("SELECT * FROM accounts ORDER BY id", as: Account.self)
    }

    package func open(_ new: NewAccount) async throws -> Account {
        try await database.one(
            "INSERT INTO accounts (name, balance) VALUES (\(new.name), \(new.opening)) RETURNING *",
            as: Account.self)
    }

    package func move(_ new: NewTransfer) async throws -> Transfer {
        try await database.transaction { tx in
            let taken = try await tx.execute(
                "UPDATE accounts SET balance = balance - \(new.amount) WHERE id = \(new.from) AND balance >= \(new.amount)")
            guard taken.changes == 1 else { throw LedgerError.overdrawn(by: new.amount) }
            try await tx.execute("UPDATE accounts SET balance = balance + \(new.amount) WHERE id = \(new.to)")
            return try await tx.one(
                """
                INSERT INTO transfers ("from", "to", amount, note)
                VALUES (\(new.from), \(new.to), \(new.amount), \(new.note)) RETURNING *
                """, as: Transfer.self)
        }
    }

    package func transfer(_ id: Int) async throws -> Transfer? {
        try await database.first("SELECT * FROM transfers WHERE id = \(id)", as: Transfer.self)
    }

    package func entries(of account: Int) async throws -> [Entry] {
        try await database.query(
            """
            SELECT id, note, CASE WHEN "to" = \(account) THEN amount ELSE -amount END AS amount
            FROM transfers WHERE "from" = \(account) OR "to" = \(account) ORDER BY id
            """, as: Entry.self)
    }
}
