import FledgeData

struct EventStore: Sendable {
    let database: Database

    func all() async throws -> [Event] {
        try await database.query("SELECT id, title, start, seats FROM events ORDER BY start", as: Event.self)
    }

    func add(_ new: NewEvent) async throws -> Event {
        try await database.one(
            "INSERT INTO events (title, start, seats) VALUES (\(new.title), \(new.start), \(new.seats)) RETURNING *",
            as: Event.self)
    }

    func guests(of event: Int) async throws -> [String] {
        try await database.query("SELECT name FROM guests WHERE event = \(event)", as: String.self)
    }

    func waiting(for event: Int) async throws -> [String] {
        try await database.query("SELECT name FROM waiting WHERE event = \(event) ORDER BY id", as: String.self)
    }

    func add(_ guests: [String], to event: Int) async throws {
        for guest in guests {
            try await database.execute("INSERT INTO guests (event, name) VALUES (\(event), \(guest))")
        }
    }
}
