import Fledge

/// The provider signs the body with a secret that both know.
struct WebhookSignature: Sendable {
    private let secret: Secret

    init(_ secret: Secret) { self.secret = secret }

    /// `Secret` compares in constant time.
    func isValid(_ signature: String, for body: String) -> Bool {
        Secret(signature) == Secret(digest(of: body))
    }

    /// FNV-1a over secret and body: enough for an example, not for money.
    func digest(of body: String) -> String {
        let hash = (secret.reveal() + body).utf8.reduce(into: UInt64(0xcbf2_9ce4_8422_2325)) {
            $0 = ($0 ^ UInt64($1)) &* 0x100_0000_01b3
        }
        return String(hash, radix: 16)
    }
}
