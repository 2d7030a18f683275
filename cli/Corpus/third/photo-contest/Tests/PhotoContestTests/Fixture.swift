import Fledge
import FledgeTesting

@testable import PhotoContest

/// A contest with one photo, and short names for what is asked of it.
struct Fixture: Sendable {
    let rounds = RoundClock()
    let gallery = Gallery(limit: 2)
    var jury: Jury { Jury(rounds: rounds, seats: 1) }

    func run(_ body: @Sendable (TestClient) async throws -> Void) async throws {
        let app = contest(jury, gallery, flags: Flags("live"), admin: "a")
        try await app.test { client in
            try await client.post("/photos", json: Self.photo("00")).expect(.created)
            try await body(client)
        }
    }

    static func photo(_ last: String) -> JSON {
        ["author": "Ada", "title": "Swift", "hash": .string("00000000000000" + last)]
    }
}

extension TestClient {
    func ask(_ method: Method, _ path: String, _ status: Status, headers: Fields = [:]) async throws {
        try await send(method, path, headers: headers).expect(status)
    }
}
