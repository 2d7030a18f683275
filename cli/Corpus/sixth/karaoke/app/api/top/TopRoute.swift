import Fledge
import FledgeData

@Schema struct TopSong: Equatable {
    let title: String
    let times: Int
}

@Route struct TopRoute {
    let database: Database

    /// What was sung most.
    func GET(limit: Int = 10) async throws -> [TopSong] {
        try await database.query(
            """
            SELECT s.title AS title, count(*) AS times FROM queue q JOIN songs s ON s.id = q.song_id
            WHERE q.state = 'sung' GROUP BY s.id ORDER BY times DESC LIMIT \(limit)
            """, as: TopSong.self)
    }
}
