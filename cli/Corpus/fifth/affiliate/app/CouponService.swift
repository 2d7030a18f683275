/// Codes for the customers of a partner.
struct CouponService: Sendable {
    let letters = Array("ACDEFGHJKLMNPQRTUVWXY")

    func coupon(for partner: String, number: Int) -> String {
        var rest = number
        var code = ""
        repeat {
            code.append(letters[rest % letters.count])
            rest /= letters.count
        } while rest > 0
        return "\(partner.uppercased())-\(code)"
    }
}
