import Fledge

@Route struct CardRoute {
    let cards: CardService

    /// What is left on a card, for its holder.
    func GET(id: Int, number: CardNumber, ifNoneMatch: Header<String>?) async throws -> Response {
        guard number.id == id, let card = try await cards.find(id) else {
            throw Problem(.notFound, "There is no card \(id).")
        }
        let tag = "\"\(card.id).\(card.cents)\""
        if ifNoneMatch?.value == tag { return Response(.notModified) }
        return Response.json(card).header("ETag", tag)
            .header("Cache-Control", "private, max-age=5")
    }
}
