import Fledge

@Route struct QueueRoute {
    let songs: SongService
    let queue: QueueService

    /// Who sings next.
    func GET() async throws -> [QueueEntry] {
        try await queue.waiting()
    }

    /// Puts a singer on the list.
    func POST(body: NewEntry) async throws -> Created<QueueEntry> {
        guard !body.singer.isEmpty, body.singer.count <= 40 else {
            throw Problem(.unprocessableContent, "A singer needs a name of at most 40 letters.")
        }
        let song = try await songs.find(body.songID)
        let entries = try await queue.entries()
        let waiting = entries.filter { $0.state == .waiting }
        let rounds = entries.filter { $0.singer == body.singer && $0.state == .sung }.count
        let last = waiting.map(\.position).max() ?? 0
        let position = rounds == 0 ? max(1, last - 2) : last + rounds
        let entry = try await queue.add(
            songID: song.id, singer: body.singer, position: position)
        return Created(entry, at: "/api/queue/\(entry.id)")
    }
}
