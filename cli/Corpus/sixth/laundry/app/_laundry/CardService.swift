protocol CardStore: Sendable {
    func find(_ id: Int) async throws -> Card?
    func save(_ card: Card) async throws
}

struct CardService: Sendable {
    let store: any CardStore

    func find(_ id: Int) async throws -> Card? { try await store.find(id) }

    func charge(_ card: Card, _ cents: Int) async throws -> Card {
        guard card.cents >= cents else { throw LaundryError.noMoney(missing: cents - card.cents) }
        var card = card
        card.cents -= cents
        try await store.save(card)
        return card
    }
}
