import Fledge
import Quiz

@Controller struct TableController {
    let matches: any Matches
    let scores: ScoreService

    /// The table, for the page of the club.
    @GET func table(format: String = "json") async throws -> Response {
        let rows = scores.table(of: await matches.all())
        switch format {
        case "html":
            let cells = rows.enumerated().map { index, row in
                "<tr><td>\(index + 1)</td><td>\(HTML.escape(row.name))</td><td>\(row.wins)</td></tr>"
            }
            return Response.text("<table>\(cells.joined())</table>")
                .header("Content-Type", "text/html; charset=utf-8")
        case "json":
            return Response.json(rows.map { ["name": $0.name, "wins": "\($0.wins)"] })
                .header("Cache-Control", "public, max-age=30")
        default:
            throw Problem(.notAcceptable, "There is no table as '\(format)'.")
        }
    }
}
