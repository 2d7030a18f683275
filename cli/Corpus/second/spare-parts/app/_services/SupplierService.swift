/// Who sells us parts.
protocol Supplying: Sendable {
    func order(_ part: Part, quantity: Int) async throws -> Int
}

struct SupplierService: Supplying {
    var send: @Sendable (String) async throws -> Void = { _ in }

    /// Orders in dozens, and says how many will come.
    func order(_ part: Part, quantity: Int) async throws -> Int {
        let dozens = (quantity + 11) / 12
        try await send("\(part.sku) x \(dozens * 12)")
        return dozens * 12
    }
}
