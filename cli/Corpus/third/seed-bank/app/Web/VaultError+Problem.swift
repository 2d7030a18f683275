import Fledge
import FledgeData
import Vault

extension VaultError: ProblemConvertible {
    package var problem: Problem {
        switch self {
        case .missing(let kind, let id): Problem(.notFound, "There is no \(kind) \(id).")
        case .inUse: Problem(.conflict, "There are lots of it.", code: "in_use")
        case .reserve(let least): Problem(.conflict, "\(least) seeds stay here.", code: "reserve")
        case .badTest: Problem(.unprocessableContent, "More came up than were sown.", code: "test")
        }
    }
}

extension DatabaseError: ProblemConvertible {
    public var problem: Problem {
        code == .busy || code == .timeout
            ? Problem(.serviceUnavailable, "Please try again.", headers: [.retryAfter: "1"], cause: self)
            : Problem(.internalServerError, cause: self)
    }
}
