import Fledge
import Foundation

@Route struct SongListRoute {
    let songs: SongService

    /// The song book, to print.
    func GET() async throws -> Response {
        let found = try await songs.search(SongSearch(limit: 100))
        var text = "id,title,artist\r\n"
        for song in found {
            let cells = ["\(song.id)", song.title, song.artist].map { cell in
                cell.contains(",") || cell.contains("\"")
                    ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
            }
            text += cells.joined(separator: ",") + "\r\n"
        }
        return Response.text(text)
            .header("Content-Type", "text/csv; charset=utf-8")
            .header("Content-Disposition", "attachment; filename=\"songs.csv\"")
    }
}
