import Fledge
import FledgeData

func depotRoutes(_ app: App, _ services: Services) {
    app.get("/depots/:place/load") { request in
        ["parcels": try await load(of: request.parameter("place") ?? "", in: services.database)]
    }

    app.post("/depots/:place/clear") { request in
        let moved = try await services.parcels.clear(request.parameter("place") ?? "")
        return ["moved": moved]
    }
}

private func load(of place: String, in database: Database) async throws -> Int {
    try await database.one("SELECT count(*) FROM parcels WHERE place = \(place)", as: Int.self)
}
