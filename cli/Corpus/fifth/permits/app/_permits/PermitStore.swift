import FledgeData

struct PermitStore: Sendable {
    let database: Database

    func add(_ new: NewPermit, fee: Int) async throws -> Permit {
        try await database.one(
            """
            INSERT INTO permits (applicant, plot, area, fee, state)
            VALUES (\(new.applicant), \(new.plot), \(new.area), \(fee), \(Permit.State.submitted))
            RETURNING *
            """, as: Permit.self)
    }

    func find(_ id: Int) async throws -> Permit? {
        try await database.first("SELECT * FROM permits WHERE id = \(id)", as: Permit.self)
    }

    func set(_ state: Permit.State, of id: Int) async throws -> Permit? {
        try await database.first(
            "UPDATE permits SET state = \(state) WHERE id = \(id) RETURNING *", as: Permit.self)
    }

    func add(_ new: NewDocument, to permit: Int) async throws -> Document {
        try await database.one(
            """
            INSERT INTO documents (permit, title, text)
            VALUES (\(permit), \(new.title), \(new.text)) RETURNING *
            """, as: Document.self)
    }

    func documents(of permit: Int) async throws -> [Document] {
        try await database.query(
            "SELECT * FROM documents WHERE permit = \(permit) ORDER BY id", as: Document.self)
    }
}
