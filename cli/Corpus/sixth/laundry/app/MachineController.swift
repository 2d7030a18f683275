import Fledge

@Schema struct Started: Equatable {
    let machine: Machine
    let left: Int
}

@Controller struct MachineController {
    let machines: MachineService
    let cards: CardService

    @GET func list() async throws -> [Machine] { try await machines.all() }

    /// One machine; `nil` is a 404.
    @GET("/:id") func show(id: Int) async throws -> Machine? { try await machines.find(id) }

    /// Pays with the card and starts.
    @POST("/:id/start") func start(id: Int, number: CardNumber) async throws -> Started {
        guard let card = try await cards.find(number.id) else {
            throw Problem(.unauthorized, "Nobody has that card.")
        }
        let (machine, left) = try await machines.start(id, with: card)
        return Started(machine: machine, left: left)
    }
}
