/// Two for one on Fridays.
struct PromotionService: Sendable {
    let percent: Int

    func discounted(_ cents: Int, weekday: Int, count: Int) -> Int {
        guard weekday == 6, count >= 2 else { return cents * count }
        return cents * (count - count / 2) - cents * percent / 100
    }
}
