/// What an item costs at a place.
protocol Pricing: Sendable {
    func price(of item: String, at place: String, hour: Int) -> Int
}

/// Dearer at stations, cheaper at night.
struct PricingService: Pricing {
    func price(of item: String, at place: String, hour: Int) -> Int {
        var cents = item.hasPrefix("coffee") ? 250 : 180
        if place.localizedStandardContains("station") { cents += 50 }
        if hour >= 22 || hour < 5 { cents = cents * 9 / 10 }
        return cents / 10 * 10
    }
}
