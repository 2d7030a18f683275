import Deeds
import Fledge

@Schema struct BankEvent {
    let type: String
    let deed: Int
    let cents: Int
}

@Controller struct BankController {
    let deeds: DeedService
    let secret: Secret

    /// The bank calls until it hears a 2xx, so what does not concern us is a 2xx too.
    @POST func receive(request: Request, xSignature: Header<String>) async throws -> Response {
        let text = try await request.text()
        guard constantTimeEquals(xSignature.value, sign(text)) else {
            throw Problem(.unauthorized, "The signature is not the bank's.")
        }
        let event = try await request.json(BankEvent.self)
        guard event.type == "payment.received" else { return Response(.noContent) }
        do {
            let deed = try await deeds.paid(event.deed, cents: event.cents)
            return Response.json(["state": deed.state.rawValue])
        } catch DeedError.unknown {
            request.logger.warning("A payment for deed \(event.deed), which is not ours.")
            return Response(.accepted)
        }
    }

    /// FNV-1a over secret and body, as the bank's sandbox does it.
    private func sign(_ text: String) -> String {
        let hash = (secret.reveal() + text).utf8.reduce(UInt64(0xcbf2_9ce4_8422_2325)) {
            ($0 ^ UInt64($1)) &* 0x100_0000_01b3
        }
        return String(hash, radix: 16)
    }

    private func constantTimeEquals(_ a: String, _ b: String) -> Bool {
        let (left, right) = (Array(a.utf8), Array(b.utf8))
        guard left.count == right.count else { return false }
        return zip(left, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
