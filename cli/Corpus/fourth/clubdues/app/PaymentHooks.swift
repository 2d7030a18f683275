import ClubduesServices
import Fledge

/// What the payment provider tells us.
@Controller struct PaymentHooks {
    let dues: any DuesKeeping
    let signatures: WebhookSignature

    /// Answers 200 to what we do not know: else the provider sends it again for three days.
    @POST func receive(
        body: String, paySignature: Header<String>?, payDelivery: Header<String>
    ) async throws -> Response {
        guard let signature = paySignature?.value else {
            throw Problem(.badRequest, "Pay-Signature is missing.", code: "unsigned")
        }
        guard signatures.isValid(signature, for: body) else {
            throw Problem(.unauthorized, "The signature is not ours.", code: "bad_signature")
        }
        let event = try JSONReader.decode(ProviderEvent.self, from: body)
        switch (event.type, event.data) {
        case ("payment.succeeded", let data?):
            let outcome = try await dues.paid(data.payment, delivery: payDelivery.value)
            return Response(outcome == .repeated ? .ok : .accepted)
        case ("payment.failed", let data?):
            try await dues.failed(data.payment, delivery: payDelivery.value)
            return Response(.accepted)
        default:
            return Response(.ok, body: "ignored")
        }
    }
}

/// The provider's form; it has more members than we want.
@Schema struct ProviderEvent {
    @Schema struct Details {
        var reference: String
        var amount: Int

        var payment: PaymentEvent { PaymentEvent(member: reference, cents: amount) }
    }

    var type: String
    var data: Details?
}
