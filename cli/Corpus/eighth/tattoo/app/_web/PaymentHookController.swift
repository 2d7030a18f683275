import Fledge

@Schema struct PaymentEvent: Sendable {
    @Schema enum Kind: String, Sendable { case paid, refunded, opened }
    var kind: Kind
    var reference: String
    @Field(.range(0...100_000)) var francs: Int
}

@Controller struct PaymentHookController {
    let appointments: AppointmentService
    let secret: String

    /// What the payment company tells us.
    @POST("/payments")
    func receive(xSignature: Header<String>?, body: PaymentEvent) async throws -> Response {
        guard let signature = xSignature?.value, signature.count == secret.count,
            zip(signature.utf8, secret.utf8).allSatisfy({ $0 == $1 })
        else {
            throw Problem(.unauthorized, "The signature is wrong.")
        }
        guard let id = Int(body.reference.dropFirst(2)) else {
            return Response(.accepted)
        }
        switch body.kind {
        case .paid: _ = try await appointments.paid(body.francs, for: id)
        case .refunded, .opened: break
        }
        return Response(.noContent)
    }
}
