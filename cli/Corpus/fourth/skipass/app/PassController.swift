import Fledge
import SkipassServices

@Controller struct PassController {
    let passes: PassService

    @POST func buy(body: NewPass) async throws -> Created<Pass> {
        // Children ski for less, and the old.
        let tariff: Tariff
        switch body.age {
        case ..<6: tariff = .free
        case 6..<16, 65...: tariff = .reduced
        default: tariff = body.days >= 5 ? .reduced : .full
        }
        let pass = try await passes.add(body, tariff: tariff)
        return Created(pass, at: "/passes/\(pass.id)")
    }

    @GET("/:id") func show(id: Int) async throws -> Pass {
        try await passes.find(id)
    }

    /// What is printed on the card: the number and a check digit.
    @GET("/:id/code") func code(id: Int) async throws -> String {
        let pass = try await passes.find(id)
        let digits = String(pass.id + 100_000).compactMap(\.wholeNumberValue)
        var sum = 0
        for (position, digit) in digits.enumerated() {
            let weighted = position.isMultiple(of: 2) ? digit * 2 : digit
            sum += weighted > 9 ? weighted - 9 : weighted
        }
        let check = (10 - sum % 10) % 10
        return "\(pass.id + 100_000)-\(check)"
    }

    @POST("/:id/block") func block(id: Int) async throws -> Pass {
        try await passes.block(id)
    }
}
