import FledgeData

struct SQLSongStore: SongStore {
    let database: Database

    func find(_ id: Int) async throws -> Song? {
        try await database.first("SELECT * FROM songs WHERE id = \(id)", as: Song.self)
    }

    func search(_ text: String?, limit: Int) async throws -> [Song] {
        let pattern = "%\(text ?? "")%"
        return try await database.query(
            "SELECT * FROM songs WHERE title LIKE \(pattern) ORDER BY title LIMIT \(limit)",
            as: Song.self)
    }
}

struct SQLQueueStore: QueueStore {
    let database: Database

    func all() async throws -> [QueueEntry] {
        try await database.query("SELECT * FROM queue ORDER BY position", as: QueueEntry.self)
    }

    func add(songID: Int, singer: String, position: Int) async throws -> QueueEntry {
        try await database.one(
            """
            INSERT INTO queue (song_id, singer, position, state)
            VALUES (\(songID), \(singer), \(position), 'waiting') RETURNING *
            """, as: QueueEntry.self)
    }

    func set(_ id: Int, _ state: QueueEntry.State) async throws -> QueueEntry? {
        try await database.first(
            "UPDATE queue SET state = \(state) WHERE id = \(id) RETURNING *", as: QueueEntry.self)
    }
}
