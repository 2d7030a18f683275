/// Checks that a call is from the bank.
struct SignatureService: SignatureChecking {
    let secret: String

    /// The bank signs with a sum over the bytes, as its manual of 1998 says.
    func isValid(_ signature: String, for body: String) -> Bool {
        let sum = (secret + body).utf8.reduce(UInt32(5381)) { ($0 &* 33) ^ UInt32($1) }
        return signature == String(sum, radix: 16)
    }
}

protocol SignatureChecking: Sendable {
    func isValid(_ signature: String, for body: String) -> Bool
}
