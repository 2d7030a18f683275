import Fledge
import FledgeData

@Schema struct KeyCard: Codable, Sendable {
    var number: String
    var owner: String
    var copies: Int
}

@Schema struct NewKeyCard: Codable, Sendable {
    var number: String
    var owner: String
}

@Route struct KeyCardsRoute {
    let database: Database

    /// Registers a security card.
    func POST(body: NewKeyCard) async throws -> Created<KeyCard> {
        if let answer = refusal(of: body) { throw answer }
        let card = try await database.one(
            """
            INSERT INTO key_cards (number, owner) VALUES (\(body.number), \(body.owner))
            RETURNING number, owner, copies
            """, as: KeyCard.self)
        return Created(card, at: "/keycards/\(card.number)")
    }

    private func refusal(of card: NewKeyCard) -> Problem? {
        if card.number.wholeMatch(of: /[A-Z]{2}[0-9]{6}/) == nil {
            return Problem(.unprocessableContent, "Two letters and six digits.", code: "number")
        }
        if card.owner.isEmpty {
            return Problem(.unprocessableContent, "Whose card is it?", code: "owner")
        }
        return nil
    }
}
