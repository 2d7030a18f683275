struct Session: Sendable, Equatable {
    let user: String
    let expires: Int
}

struct SessionService: Sendable {
    let store: ChatStore
    let now: @Sendable () -> Int

    func find(_ token: String) async throws -> Session? { await store.sessions[token] }
    func drop(_ token: String) async throws { await store.set(nil, token) }
    func start(_ user: String, token: String) async throws {
        await store.set(Session(user: user, expires: now() + 3600), token)
    }
}
