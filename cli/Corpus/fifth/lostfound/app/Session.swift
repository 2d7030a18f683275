import Fledge

/// Who is logged in, by a cookie that the town's portal has set.
struct Session: Sendable {
    let user: String
    let isClerk: Bool
}

struct SessionStore: Sendable {
    var sessions: [String: Session]
}

struct SessionKey: RequestKey {
    typealias Value = Session
}

/// Finds the session; what needs one asks for it.
struct Sessions: SyncMiddleware {
    let store: SessionStore

    func before(_ request: inout Request) throws -> Fledge.Response? {
        if let token = request.cookies["session"] {
            request[SessionKey.self] = store.sessions[token]
        }
        return nil
    }
}

extension Request {
    func session() throws -> Session {
        guard let session = self[SessionKey.self] else {
            throw Problem(.unauthorized, "Log in at the town's portal.")
        }
        return session
    }

    func clerk() throws -> Session {
        let session = try session()
        guard session.isClerk else { throw Problem(.forbidden, "Only clerks may do this.") }
        return session
    }
}
