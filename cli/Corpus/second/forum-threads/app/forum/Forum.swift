import Fledge

/// The rules of the forum.
struct Forum: Sendable {
    let store: ForumStore

    func threads() async -> [Thread] { await store.threads.values.sorted { $0.id > $1.id } }

    func search(_ words: String) async -> [Thread] { await threads().filter { $0.title.lowercased().contains(words) } }

    func start(_ new: NewThread, by author: String) async -> Thread { await store.add(new.title, by: author) }

    func thread(_ id: Int) async throws -> Thread {
        guard let thread = await store.threads[id] else { throw ForumError.noThread }
        return thread
    }

    /// Ten points for a thread, and what others gave for them.
    func karma(of user: String) async -> Int {
        await store.threads.values.filter { $0.author == user }.map { 10 + $0.score }.reduce(0, +)
    }

    func rate(_ id: Int, score: Int, isHot: Bool) async throws -> Thread {
        var thread = try await thread(id)
        guard !thread.isLocked else { throw ForumError.locked }
        (thread.score, thread.isHot) = (score, isHot)
        await store.save(thread)
        return thread
    }

    func lock(_ id: Int) async throws {
        var thread = try await thread(id)
        thread.isLocked = true
        await store.save(thread)
    }

    func feed() async -> Response {
        let items = await threads().prefix(20).map { "<item><title>\($0.title)</title></item>" }
        return Response(
            .ok, headers: [.contentType: "application/rss+xml", .cacheControl: "max-age=300"],
            body: "<rss version=\"2.0\"><channel>\(items.joined())</channel></rss>")
    }
}
