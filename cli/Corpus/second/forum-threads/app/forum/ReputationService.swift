/// What a user is known for.
struct ReputationService: Sendable {
    let store: ForumStore

    func badges(of user: String) async -> [String] {
        let own = await store.threads.values.filter { $0.author == user }
        var badges: [String] = []
        if own.count >= 10 { badges.append("talker") }
        if own.contains(where: \.isHot) { badges.append("firestarter") }
        if own.map(\.score).reduce(0, +) > 500 { badges.append("loved") }
        return badges
    }
}
