import Fledge
import FledgeData

@Route struct PositionsRoute {
    let fleet: FleetService
    let database: Database

    private var latest: SQL { "SELECT * FROM positions WHERE vehicle =" }

    /// The track, newest first.
    func GET(id: Int, limit: Int = 100) async throws -> [Position] {
        try await database.query("\(latest) \(id) ORDER BY time DESC LIMIT \(min(limit, 1000))", as: Position.self)
    }

    func POST(id: Int, body: Fix) async throws -> Response {
        guard (-90...90).contains(body.latitude), abs(body.longitude) <= 180 else {
            throw Problem(.unprocessableContent, "There is no such place on earth.", code: "place")
        }
        try await fleet.record(body, of: id)
        return Response(.accepted)
    }
}
