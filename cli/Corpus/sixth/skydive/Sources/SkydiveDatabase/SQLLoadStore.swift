import FledgeData
import SkydiveServices

package struct SQLLoadStore: LoadStore {
    private let database: Database

    private struct Row: Decodable {
        let id: Int
        let aircraft: String
        let seats: Int
        let jumpers: SQLJSON<[Jumper]>
        let state: Load.State

        var load: Load {
            Load(id: id, aircraft: aircraft, seats: seats, jumpers: jumpers.value, state: state)
        }
    }

    package init(_ database: Database) { self.database = database }

    package func all() async throws -> [Load] {
        try await database.query("SELECT * FROM loads ORDER BY id", as: Row.self).map(\.load)
    }

    package func find(_ id: Int) async throws -> Load? {
        try await database.first("SELECT * FROM loads WHERE id = \(id)", as: Row.self)?.load
    }

    package func add(aircraft: String, seats: Int) async throws -> Load {
        try await database.one(
            """
            INSERT INTO loads (aircraft, seats, jumpers, state)
            VALUES (\(aircraft), \(seats), '[]', 'open') RETURNING *
            """, as: Row.self
        ).load
    }

    package func save(_ load: Load) async throws {
        try await database.execute(
            """
            UPDATE loads SET jumpers = \(SQLJSON(load.jumpers)), state = \(load.state)
            WHERE id = \(load.id)
            """)
    }
}
