import Fledge
import ToolshedServices

/// Looks like the controller of tools, and is of something else.
@Controller struct MakerController {
    let makers: MakerService

    @GET func list(query: MakerQuery) async throws -> [Maker] { try await makers.list(query) }

    @GET("/:id") func show(id: Int) async throws -> Maker {
        guard let maker = try await makers.find(id) else {
            throw Problem(.notFound, "There is no maker \(id).")
        }
        return maker
    }

    @POST func create(body: NewMaker) async throws -> Created<Maker> {
        let maker = try await makers.add(body)
        return Created(maker, at: "/makers/\(maker.id)")
    }
}
