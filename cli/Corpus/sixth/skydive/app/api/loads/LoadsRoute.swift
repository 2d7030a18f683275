import Fledge
import SkydiveServices

@Schema struct NewLoad {
    @Field(.length(2...12)) var aircraft: String
    @Field(.range(1...22)) var seats: Int
}

@Schema struct BoardQuery {
    @Field(.range(1...500)) var page: Int = 1
}

@Schema struct LoadLine: Equatable {
    let id: Int
    let title: String
    let free: Int
}

@Route struct LoadsRoute {
    let loads: LoadService

    /// The board in the hangar.
    func GET(query: BoardQuery) async throws -> Response {
        let all = try await loads.open()
        let lines = all.dropFirst((query.page - 1) * 10).prefix(10).map { load in
            LoadLine(
                id: load.id, title: "\(load.aircraft) #\(load.id)",
                free: load.free)
        }
        return Response.json(Array(lines)).header("X-Total-Count", "\(all.count)")
    }

    func POST(body: NewLoad) async throws -> Created<Load> {
        let load = try await loads.plan(aircraft: body.aircraft, seats: body.seats)
        return Created(load, at: "/api/loads/\(load.id)")
    }
}
