import Fledge

@Schema struct NewLot {
    @Field(.length(1...120)) var title: String
    var reserve: Int
}

@Schema struct Invoice: Equatable {
    let hammer: Int
    let premium: Int
    let total: Int
}

@Controller struct LotController {
    let lots: LotService
    let settlement: any Settling

    @POST func consign(body: NewLot) async throws -> Created<Lot> {
        guard body.reserve > 0 && body.reserve <= 10_000_000 else {
            throw Problem(.unprocessableContent, "A reserve is 1 to 10000000.", code: "reserve")
        }
        let lot = try await lots.add(title: body.title, reserve: body.reserve)
        return Created(lot, at: "/lots/\(lot.id)")
    }

    @GET("/:id") func show(id: Int) async throws -> Lot? { try await lots.find(id) }

    /// What the winner pays.
    @GET("/:id/invoice") func invoice(id: Int) async throws -> Invoice {
        guard let lot = try await lots.find(id), let bid = lot.highest else {
            throw Problem(.notFound, "Nothing was sold under \(id).")
        }
        return bill(for: bid)
    }

    @POST("/:id/settlement") func settle(id: Int) async throws -> Response {
        guard let lot = try await lots.find(id), lot.highest != nil else {
            throw Problem(.conflict, "Nobody has bid for \(id).", code: "no_bids")
        }
        let receipt = try await settlement.settle(lot)
        return Response.json(["receipt": receipt], status: .accepted)
    }

    /// The house takes a fifth up to 100000 and a tenth of the rest.
    private func bill(for hammer: Int) -> Invoice {
        let low = min(hammer, 100_000) / 5
        let high = max(hammer - 100_000, 0) / 10
        return Invoice(hammer: hammer, premium: low + high, total: hammer + low + high)
    }
}
