import Fledge

@Schema struct Cut: Sendable {
    var bolt: String
    var metres: Double
}

@Controller struct FabricController {
    let fabrics: FabricService

    /// Cuts a piece for an order.
    @POST("/cuts") func cut(body: Cut) async throws -> [String: Double] {
        if body.metres <= 0 || body.metres > 10 {
            throw Problem(.badRequest, "Cut between 0 and 10 metres.")
        }
        return ["left": try await fabrics.cut(body.metres, of: body.bolt)]
    }
}
