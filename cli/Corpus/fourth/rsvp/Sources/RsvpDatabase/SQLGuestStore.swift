import FledgeData
import Foundation
import RsvpServices

package struct SQLGuestStore: GuestStore {
    let database: Database

    package init(_ database: Database) { self.database = database }

    package func invitation(_ code: String) async throws -> Invitation? {
        let row = try await database.first(
            "SELECT * FROM invitations WHERE code = \(code)", as: Record.self)
        return row.map { row in
            let response = row.status.map { Response(status: $0, guests: row.guests ?? 0) }
            return Invitation(
                code: row.code, household: row.household, seats: row.seats, response: response)
        }
    }

    package func event() async throws -> Event {
        try await database.one("SELECT title, start, deadline FROM events LIMIT 1", as: Event.self)
    }

    package func save(_ response: Response, for code: String) async throws {
        try await database.execute(
            """
            UPDATE invitations SET status = \(response.status), guests = \(response.guests)
            WHERE code = \(code)
            """)
    }
}

private struct Record: Decodable {
    let code: String
    let household: String
    let seats: Int
    let status: Response.Status?
    let guests: Int?
}
