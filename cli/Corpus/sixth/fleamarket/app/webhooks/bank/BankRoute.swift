import Fledge

@Schema struct BankEvent {
    var kind: String
    var stall: Int
    var cents: Int
}

@Route struct BankRoute {
    let stalls: StallService
    let signatures: any SignatureChecking

    /// The bank tells of a payment.
    func POST(request: Request, xBankSignature: Header<String>) async throws -> Response {
        let text = try await request.text()
        guard signatures.isValid(xBankSignature.value, for: text) else {
            throw Problem(.unauthorized, "The signature does not fit.")
        }
        let event = try await request.json(BankEvent.self)
        let stall = try await stalls.find(event.stall)
        switch (stall.state, event.kind) {
        case (.requested, "invoice"):
            try await stalls.set(stall, .invoiced)
        case (.invoiced, "payment") where event.cents >= stall.metres * 1_400:
            try await stalls.set(stall, .paid)
        case (.invoiced, "reminder"), (.paid, "return"):
            try await stalls.set(stall, .cancelled)
        default:
            request.logger.notice("Passed over \(event.kind).")
        }
        return Response(.noContent)
    }
}
