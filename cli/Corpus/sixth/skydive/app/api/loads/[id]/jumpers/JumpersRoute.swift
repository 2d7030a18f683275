import Fledge
import SkydiveServices

@Route struct JumpersRoute {
    let loads: LoadService

    /// A place on the load, or the next load to ask for.
    func POST(id: Int, body: Jumper) async throws -> Response {
        do {
            let load = try await loads.board(body, on: id)
            return Response.json(load, status: .created)
        } catch JumpError.full {
            let others = try await loads.open().filter { $0.id != id }.map(\.id)
            return Response.json(["full": [id], "open": others], status: .conflict)
        }
    }
}
