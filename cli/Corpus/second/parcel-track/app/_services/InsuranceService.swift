/// What it costs to insure a parcel.
struct InsuranceService: Sendable {
    let maximum: Int

    func premium(for cents: Int, express: Bool) -> Int? {
        guard cents <= maximum else { return nil }
        let base = max(150, cents * 2 / 100)
        return express ? base * 8 / 10 : base
    }
}
