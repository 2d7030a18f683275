import Fledge
import FledgeData

/// What goes wrong with talks, and the status that it has.
enum TalkError: Error, Equatable {
    case unknown(Int), tooMany

    var status: Status {
        switch self {
        case .unknown: .notFound
        case .tooMany: .conflict
        }
    }

    var message: String {
        switch self {
        case .unknown(let id): "There is no talk \(id)."
        case .tooMany: "Three talks of one speaker are enough."
        }
    }
}

struct TalkService: Sendable {
    let database: Database

    func all() async throws -> [Talk] {
        try await database.query("SELECT * FROM talks ORDER BY id", as: Talk.self)
    }

    func find(_ id: Int) async throws -> Talk {
        guard
            let talk = try await database.first(
                "SELECT * FROM talks WHERE id = \(id)", as: Talk.self)
        else { throw TalkError.unknown(id) }
        return talk
    }

    func submit(_ new: NewTalk, by speaker: Int) async throws -> Talk {
        let count = try await database.one(
            "SELECT count(*) FROM talks WHERE speaker = \(speaker)", as: Int.self)
        guard count < 3 else { throw TalkError.tooMany }
        return try await database.one(
            """
            INSERT INTO talks (speaker, title, track, state)
            VALUES (\(speaker), \(new.title), \(new.track), 'submitted') RETURNING *
            """, as: Talk.self)
    }

    func scores(of id: Int) async throws -> [Int] {
        try await database.query("SELECT score FROM reviews WHERE talk = \(id)", as: Int.self)
    }

    func set(_ state: Talk.State, of id: Int) async throws -> Talk {
        try await database.execute("UPDATE talks SET state = \(state) WHERE id = \(id)")
        return try await find(id)
    }

    func setAvatar(_ bytes: [UInt8], of speaker: Int) async throws {
        try await database.execute(
            "INSERT INTO avatars (speaker, bytes) VALUES (\(speaker), \(bytes))")
    }
}
