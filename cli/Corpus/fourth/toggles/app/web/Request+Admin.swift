import Fledge

extension Request {
    /// Who changes flags; 401 to those we do not know.
    func admin(_ services: Services) throws -> String {
        guard let token = headers["X-Admin-Token"], let name = services.admins[token] else {
            throw Problem(.unauthorized, "Say who you are with X-Admin-Token.")
        }
        return name
    }
}

extension FlagKey {
    init(_ text: String?) throws {
        guard let text, let key = FlagKey(rawValue: text) else {
            throw Problem(.notFound, "A flag is called like 'checkout.new-button'.")
        }
        self = key
    }
}

extension ToggleError: ProblemConvertible {
    var problem: Problem {
        switch self {
        case .archived(let key):
            Problem(.conflict, "'\(key.rawValue)' is gone.", code: "archived")
        case .unknownSegment(let name): Problem(.conflict, "There is no segment '\(name)'.")
        case .exists: Problem(.conflict, "A segment of this name exists.", code: "exists")
        }
    }
}
