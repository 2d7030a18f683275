import Fledge

@Schema struct BasketLine: Sendable {
    var sku: String
    @Field(.range(1...500)) var quantity: Int
}

@Schema struct Priced: Sendable {
    let total: Int
    let shipping: Int
}

@Route struct BasketRoute {
    let baskets: BasketService

    /// What a basket comes to.
    func POST(body: [BasketLine]) async throws -> Priced {
        let parts = try await baskets.parts(of: body.map(\.sku))
        let total = body.compactMap { line in parts[line.sku].map { ($0, line.quantity) } }
            .map { part, quantity in
                switch quantity {
                case 100...: part.cents * quantity * 80 / 100
                case 10...: part.cents * quantity * 95 / 100
                default: part.cents * quantity
                }
            }
            .reduce(0, +)
        return Priced(total: total, shipping: total > 15_000 ? 0 : 990)
    }
}
