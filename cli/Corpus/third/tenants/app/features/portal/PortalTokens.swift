import Fledge

/// Links for tenants who have no account.
actor PortalTokens {
    private var leaseByToken: [String: Int] = [:]

    func issue(for lease: Int) -> String {
        let token = String(UInt64.random(in: .min ... .max), radix: 36)
        leaseByToken = leaseByToken.filter { $0.value != lease }
        leaseByToken[token] = lease
        return token
    }

    func lease(of token: String) -> Int? { leaseByToken[token] }

    nonisolated func remember(_ token: String, in response: inout Response) {
        if let cookie = try? SetCookie("portal", token) { response.cookies.append(cookie) }
    }
}
