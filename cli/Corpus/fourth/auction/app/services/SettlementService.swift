protocol Settling: Sendable {
    func settle(_ lot: Lot) async throws -> String
}

protocol Bank: Sendable {
    func transfer(_ amount: Int, reference: String) async throws
}

/// Pays the seller what is left after the commission.
struct SettlementService: Settling {
    let bank: any Bank

    func settle(_ lot: Lot) async throws -> String {
        let hammer = lot.highest ?? 0
        let commission = hammer < lot.reserve ? 0 : hammer * 12 / 100
        let reference = "LOT-\(lot.id)"
        try await bank.transfer(hammer - commission, reference: reference)
        return reference
    }
}

struct LoggedBank: Bank {
    func transfer(_ amount: Int, reference: String) async throws { print(amount, reference) }
}
