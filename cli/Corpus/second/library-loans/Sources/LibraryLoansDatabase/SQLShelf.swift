import FledgeData
import LibraryLoansServices

package struct SQLShelf: Shelf {
    let database: Database
    package init(_ database: Database) { self.database = database }

    package func books() async throws -> [Book] { try await database.query("SELECT * FROM books", as: Book.self) }
    package func add(_ title: String) async throws -> Book {
        try await database.one("INSERT INTO books (title) VALUES (\(title)) RETURNING *", as: Book.self)
    }
    package func remove(_ book: Int) async throws -> Bool {
        try await database.execute("DELETE FROM books WHERE id = \(book)").changes == 1
    }
    package func members() async throws -> [Member] {
        try await database.query("SELECT * FROM members", as: Member.self)
    }
    package func join(_ name: String) async throws -> Member {
        try await database.one("INSERT INTO members (name, owes) VALUES (\(name), 0) RETURNING *", as: Member.self)
    }
    package func loan(of book: Int) async throws -> Loan? {
        try await database.first("SELECT * FROM loans WHERE book = \(book)", as: Loan.self)
    }
    package func keep(_ loan: Loan) async throws {
        try await database.execute(
            """
            INSERT INTO loans (book, member, due) VALUES (\(loan.book), \(loan.member), \(loan.due))
            ON CONFLICT (book) DO UPDATE SET due = excluded.due
            """)
    }
    package func end(_ loan: Loan, fine: Int) async throws {
        try await database.transaction { tx in
            try await tx.execute("DELETE FROM loans WHERE book = \(loan.book)")
            try await tx.execute("UPDATE members SET owes = owes + \(fine) WHERE id = \(loan.member)")
        }
    }
}
