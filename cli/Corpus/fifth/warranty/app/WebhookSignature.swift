import Crypto
import Foundation

/// The carrier signs `timestamp.body` with a shared key.
struct WebhookSignature {
    let key: SymmetricKey
    var tolerance: TimeInterval = 300

    func isValid(_ signature: String, timestamp: String, body: String, now: Date) -> Bool {
        guard let sent = TimeInterval(timestamp),
            abs(now.timeIntervalSince1970 - sent) <= tolerance,
            let code = Data(base64Encoded: signature)
        else { return false }
        return HMAC<SHA256>.isValidAuthenticationCode(
            code, authenticating: Data("\(timestamp).\(body)".utf8), using: key)
    }
}
