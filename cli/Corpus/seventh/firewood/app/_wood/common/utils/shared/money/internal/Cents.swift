extension Order {
    /// `120.50` for the bill.
    var bill: String {
        let cents = String(price % 100)
        return "\(price / 100).\(cents.count == 1 ? "0" + cents : cents)"
    }
}
