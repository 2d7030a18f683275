/// What alterations cost.
protocol Pricing: Sendable {
    func cents(for work: Alteration.Work, centimetres: Double) -> Int
}

/// The price list that hangs in the shop.
struct PriceListService: Pricing {
    func cents(for work: Alteration.Work, centimetres: Double) -> Int {
        switch work {
        case .hem: 1_200
        case .waist: centimetres > 4 ? 2_900 : 2_200
        case .sleeves: 2_600 + Int(centimetres) * 50
        case .zip: centimetres > 30 ? 2_400 : 1_800
        }
    }
}
