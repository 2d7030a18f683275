import FledgeData
import ToolshedServices

package struct SQLShelf: Shelf {
    let database: Database

    package init(_ database: Database) { self.database = database }

    package func tools() async throws -> [Tool] {
        try await database.query("SELECT * FROM tools ORDER BY id", as: Tool.self)
    }

    package func add(_ tool: NewTool) async throws -> Tool {
        try await database.one(
            """
            INSERT INTO tools (name, needs_training) VALUES (\(tool.name), \(tool.needsTraining))
            RETURNING *
            """, as: Tool.self)
    }

    package func removeTool(_ id: Int) async throws {
        try await database.execute("DELETE FROM tools WHERE id = \(id)")
    }

    package func makers() async throws -> [Maker] {
        try await database.query("SELECT * FROM makers ORDER BY id", as: Maker.self)
    }

    package func add(_ maker: NewMaker) async throws -> Maker {
        try await database.one(
            """
            INSERT INTO makers (name, is_trained) VALUES (\(maker.name), \(maker.isTrained))
            RETURNING *
            """, as: Maker.self)
    }

    package func loans() async throws -> [Loan] {
        try await database.query("SELECT * FROM loans ORDER BY id", as: Loan.self)
    }

    package func add(_ loan: NewLoan) async throws -> Loan {
        try await database.one(
            "INSERT INTO loans (tool, maker) VALUES (\(loan.tool), \(loan.maker)) RETURNING *",
            as: Loan.self)
    }

    package func removeLoan(_ id: Int) async throws {
        try await database.execute("DELETE FROM loans WHERE id = \(id)")
    }
}
