/// Codes of the winter campaign.
struct VoucherService: Sendable {
    let codes: [String: Int]

    func apply(_ code: String, to price: Int) -> Int {
        price - price * (codes[code.uppercased()] ?? 0) / 100
    }
}
