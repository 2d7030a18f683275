import CampsiteServices
import FledgeData

package struct SQLStayStore: StayStore {
    private let database: Database

    package init(_ database: Database) {
        self.database = database
    }

    package func pitch(_ id: Int) async throws -> Pitch? {
        try await database.first("SELECT * FROM pitches WHERE id = \(id)", as: Pitch.self)
    }

    package func stays(on pitch: Int) async throws -> [Stay] {
        try await database.query("SELECT * FROM stays WHERE pitch = \(pitch)", as: Stay.self)
    }

    package func add(_ new: NewStay) async throws -> Stay {
        try await database.one(
            """
            INSERT INTO stays (pitch, guest, "from", until, state)
            VALUES (\(new.pitch), \(new.guest), \(new.from), \(new.until), 'booked') RETURNING *
            """, as: Stay.self)
    }

    package func find(_ id: Int) async throws -> Stay? {
        try await database.first("SELECT * FROM stays WHERE id = \(id)", as: Stay.self)
    }

    package func setState(_ state: Stay.State, of id: Int) async throws {
        try await database.execute("UPDATE stays SET state = \(state.rawValue) WHERE id = \(id)")
    }

    package func list(after id: Int, limit: Int) async throws -> [Stay] {
        try await database.query(
            "SELECT * FROM stays WHERE id > \(id) ORDER BY id LIMIT \(limit)", as: Stay.self)
    }
}
