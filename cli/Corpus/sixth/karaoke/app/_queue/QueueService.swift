import FledgeSchema

@Schema struct QueueEntry: Identifiable, Equatable {
    let id: Int
    let songID: Int
    let singer: String
    var position: Int
    var state: State

    @Schema enum State: String { case waiting, sung, skipped }
}

@Schema struct NewEntry {
    var songID: Int
    var singer: String
}

protocol QueueStore: Sendable {
    func all() async throws -> [QueueEntry]
    func add(songID: Int, singer: String, position: Int) async throws -> QueueEntry
    func set(_ id: Int, _ state: QueueEntry.State) async throws -> QueueEntry?
}

struct QueueService: Sendable {
    let store: any QueueStore

    func entries() async throws -> [QueueEntry] { try await store.all() }

    func waiting() async throws -> [QueueEntry] {
        try await store.all().filter { $0.state == .waiting }
    }

    func add(songID: Int, singer: String, position: Int) async throws -> QueueEntry {
        try await store.add(songID: songID, singer: singer, position: position)
    }

    func skip(_ id: Int) async throws -> QueueEntry {
        guard let entry = try await store.all().first(where: { $0.id == id }) else {
            throw KaraokeError.noEntry(id)
        }
        guard entry.state == .waiting else { throw KaraokeError.alreadySung(id) }
        return try await store.set(id, .skipped) ?? entry
    }
}

protocol Microphones: Sendable {
    func assign(to entry: QueueEntry) -> String
}

/// Which of the two microphones a singer gets.
struct MicrophoneService: Microphones {
    func assign(to entry: QueueEntry) -> String {
        entry.position.isMultiple(of: 2) ? "left" : "right"
    }
}
