import FledgeData
import Foundation

struct ConcertService: Sendable {
    let database: Database

    func add(_ new: NewConcert) async throws -> Concert {
        try await database.transaction { tx in
            let concert = try await tx.one(
                """
                INSERT INTO concerts (title, day, width, state)
                VALUES (\(new.title), \(new.day), \(new.width), 'draft') RETURNING *
                """, as: Concert.self)
            for song in new.songs {
                try await tx.execute("INSERT INTO songs VALUES (\(concert.id), \(song))")
            }
            return concert
        }
    }

    func find(_ id: Int) async throws -> Concert {
        let found = try await database.first(
            "SELECT * FROM concerts WHERE id = \(id)", as: Concert.self)
        guard let found else { throw ChoirError.unknown }
        return found
    }

    func rehearsals(before day: Date) async throws -> Int {
        try await database.one(
            "SELECT count(DISTINCT day) FROM rehearsals WHERE day < \(day)", as: Int.self)
    }

    func save(_ concert: Concert) async throws -> Concert {
        try await database.execute(
            "UPDATE concerts SET state = \(concert.state.rawValue) WHERE id = \(concert.id)")
        return concert
    }
}
