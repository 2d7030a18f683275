import FledgeSchema

@Schema struct Song: Identifiable, Equatable {
    let id: Int
    let title: String
    let artist: String
    let seconds: Int
}

@Schema struct SongSearch {
    @Field(.length(1...60)) var text: String?
    @Field(.range(1...100)) var limit: Int = 25
}

protocol SongStore: Sendable {
    func find(_ id: Int) async throws -> Song?
    func search(_ text: String?, limit: Int) async throws -> [Song]
}

struct SongService: Sendable {
    let store: any SongStore

    func find(_ id: Int) async throws -> Song {
        guard let song = try await store.find(id) else { throw KaraokeError.noSong(id) }
        return song
    }

    func search(_ search: SongSearch) async throws -> [Song] {
        try await store.search(search.text, limit: search.limit)
    }
}

enum KaraokeError: Error, Equatable {
    case noSong(Int)
    case noEntry(Int)
    case alreadySung(Int)
}
