import FledgeData

struct SingerService: Sendable {
    let database: Database

    func add(_ new: NewSinger) async throws -> Singer {
        try await database.one(
            """
            INSERT INTO singers (name, voice, height)
            VALUES (\(new.name), \(new.voice), \(new.height)) RETURNING *
            """, as: Singer.self)
    }

    func find(_ id: Int) async throws -> Singer {
        let found = try await database.first(
            "SELECT * FROM singers WHERE id = \(id)", as: Singer.self)
        guard let found else { throw ChoirError.unknown }
        return found
    }

    func list(_ voice: Voice?) async throws -> [Singer] {
        let all = try await database.query("SELECT * FROM singers ORDER BY id", as: Singer.self)
        return all.filter { voice == nil || $0.voice == voice?.rawValue }
    }

    func attendance(_ id: Int) async throws -> (present: Int, total: Int) {
        let came = try await database.query(
            "SELECT present FROM rehearsals WHERE singer_id = \(id)", as: Bool.self)
        return (came.count { $0 }, came.count)
    }
}
