import FledgeData
import FledgeDataTesting
import FledgeTesting
import Testing

@testable import Karaoke

@Suite struct QueueTests {
    private func services() async throws -> Services {
        let services = Services(database: try TestDatabase.current)
        try await services.database.execute(
            "INSERT INTO songs VALUES (1, 'Africa', 'Toto', 295), (2, 'Valerie', 'The Zutons', 230)"
        )
        return services
    }

    @Test(.database(migrations: "migrations"))
    func `a singer comes after those who wait`() async throws {
        let services = try await services()
        let route = QueueRoute(songs: services.songs, queue: services.queue)
        let created = try await route.POST(body: NewEntry(songID: 1, singer: "Mo"))
        #expect(created.value.position == 1)
        #expect(try await route.GET().map(\.singer) == ["Mo"])
    }

    @Test(.database(migrations: "migrations"))
    func `an entry is skipped once`() async throws {
        let services = try await services()
        let entry = try await services.queue.add(songID: 1, singer: "Mo", position: 1)
        #expect(try await services.queue.skip(entry.id).state == .skipped)
        await #expect(throws: KaraokeError.alreadySung(entry.id)) {
            try await services.queue.skip(entry.id)
        }
    }

    @Test(.database(migrations: "migrations"))
    func `the lists are CSV`() async throws {
        let services = try await services()
        let songs = try await SongListRoute(songs: services.songs).GET()
        #expect(songs.headers["Content-Type"] == "text/csv; charset=utf-8")
        let list = try await SetListRoute(queue: services.queue).GET()
        #expect(list.headers["Content-Disposition"]?.contains("setlist.csv") == true)
    }

    @Test(.database(migrations: "migrations"))
    func `songs are found by title, and counted`() async throws {
        let services = try await services()
        let found = try await SongsRoute(songs: services.songs).GET(query: SongSearch(text: "Val"))
        #expect(found.map(\.id) == [2])
        let late = try await SongsRoute(songs: services.songs).GET(query: SongSearch(), hour: 23)
        #expect(late.count == 2)
        #expect(try await TopRoute(database: services.database).GET().isEmpty)
    }

    @Test(.database(migrations: "migrations"))
    func `nobody waits, nobody gets a microphone`() async throws {
        let services = try await services()
        let route = MicrophonesRoute(queue: services.queue, microphones: LeftOnly())
        #expect(try await route.GET() == nil)
        _ = try await services.queue.add(songID: 2, singer: "Ana", position: 1)
        let hint = try #require(try await route.GET())
        #expect(hint.side == "left" && hint.minutes == 4)
    }
}

private struct LeftOnly: Microphones {
    func assign(to entry: QueueEntry) -> String { "left" }
}
