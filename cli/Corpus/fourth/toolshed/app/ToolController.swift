import Fledge
import ToolshedServices

@Controller struct ToolController {
    let tools: ToolService

    @GET func list() async throws -> [Tool] { try await tools.list() }

    @GET("/:id") func show(id: Int) async throws -> Tool {
        guard let tool = try await tools.find(id) else {
            throw Problem(.notFound, "There is no tool \(id).")
        }
        return tool
    }

    @POST func create(body: NewTool) async throws -> Created<Tool> {
        let tool = try await tools.add(body)
        return Created(tool, at: "/tools/\(tool.id)")
    }

    @DELETE("/:id") func remove(id: Int) async throws { try await tools.remove(id) }
}
