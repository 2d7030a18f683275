import Fledge
import OpticCore

@Schema struct GlassesOrder: Sendable {
    var frame: String
    var left: Eye
    var right: Eye
    var coating: Glasses.Coating = .none
    var insured: Bool = false
}

@Schema struct Offer: Sendable {
    var total: Int
    var insurance: Int
}

@Controller struct GlassesController {
    let glasses: GlassesService

    /// Orders a pair.
    @POST func order(body: GlassesOrder) async throws -> Created<Glasses> {
        for eye in [body.left, body.right] {
            guard abs(eye.sphere) <= 20 else {
                throw Problem(.unprocessableContent, "No lens is as strong.", code: "sphere")
            }
            guard (0...180).contains(eye.axis) else {
                throw Problem(.unprocessableContent, "The axis has 0 to 180 degrees.", code: "axis")
            }
        }
        let price = try await glasses.price(ofFrame: body.frame)
        let strong = max(abs(body.left.sphere), abs(body.right.sphere)) > 6
        let deposit = strong ? price : max(price / 3, 50)
        let made = try await glasses.order(
            body.frame, left: body.left, right: body.right, coating: body.coating,
            deposit: deposit)
        return Created(made, at: "/glasses/\(made.id)")
    }

    @GET("/:id") func show(id: Int) async throws -> Glasses {
        try await glasses.find(id)
    }

    /// What a pair costs, before somebody orders.
    @POST("/offers") func offer(body: GlassesOrder) async throws -> Offer {
        let frame = try await glasses.price(ofFrame: body.frame)
        let total = frame + lensPrice(body.left, body.coating) + lensPrice(body.right, body.coating)
        return Offer(total: total, insurance: body.insured ? min(total / 2, 180) : 0)
    }
}

private func lensPrice(_ eye: Eye, _ coating: Glasses.Coating) -> Int {
    var price = abs(eye.sphere) > 4 ? 140 : 90
    if eye.cylinder != 0 { price += 30 }
    switch coating {
    case .none: break
    case .hard: price += 20
    case .antireflex: price += 55
    }
    return price
}
