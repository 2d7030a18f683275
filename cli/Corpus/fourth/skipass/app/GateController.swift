import Fledge
import SkipassServices

@Schema struct Swipe {
    @Field(.pattern("^[0-9]{6}-[0-9]$", "must be six digits, - and one more"))
    var code: String
    var day: Int
}

@Controller struct GateController {
    let passes: PassService

    /// Opens for a card that is good today.
    @POST("/:gate/swipes") func swipe(gate: String, body: Swipe) async throws -> JSON {
        let parts = body.code.split(separator: "-")
        guard let number = Int(parts[0]), let last = Int(parts[1]) else {
            throw Problem(.unprocessableContent, "The code is no number.")
        }
        let figures = String(number).compactMap(\.wholeNumberValue)
        var total = 0
        for (index, figure) in figures.enumerated() {
            let value = index.isMultiple(of: 2) ? figure * 2 : figure
            total += value > 9 ? value - 9 : value
        }
        let expected = (10 - total % 10) % 10
        guard last == expected else {
            throw Problem(.unprocessableContent, "The card was misread.", code: "check_digit")
        }
        let isOpen = try await passes.opens(number - 100_000, day: body.day)
        return ["open": .bool(isOpen), "gate": .string(gate)]
    }
}
