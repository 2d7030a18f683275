import Fledge

/// A show as RSS.
struct Feed: ResponseConvertible {
    let show: Show
    let host: String

    func response(for request: Request) throws -> Response {
        let items = show.episodes.sorted { $0.number > $1.number }.prefix(50).map(item)
        let xml = """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0"><channel><title>\(HTML.escape(show.title))</title>
            \(items.joined(separator: "\n"))
            </channel></rss>
            """
        return Response.text(xml).header("Content-Type", "application/rss+xml")
    }

    private func item(_ episode: Episode) -> String {
        let time = "\(episode.seconds / 60):\(episode.seconds % 60 < 10 ? "0" : "")\(episode.seconds % 60)"
        let url = "https://\(host)/api/v1/shows/\(show.slug)/episodes/\(episode.number)/audio"
        return "<item><title>\(HTML.escape(episode.title))</title><duration>\(time)</duration>"
            + "<explicit>\(episode.isExplicit ? "yes" : "no")</explicit><enclosure url=\"\(url)\"/></item>"
    }
}

/// The bearer token, as a handler's parameter.
struct Bearer: RequestBindable, Sendable {
    let token: String

    static func bind(from request: Request, name: String) throws -> Bearer {
        let field = request.headers["Authorization"] ?? ""
        guard field.hasPrefix("Bearer "), field.count > 7 else {
            throw Problem(.unauthorized, "Send 'Authorization: Bearer …'.")
        }
        return Bearer(token: String(field.dropFirst(7)))
    }
}

extension ShowError: ProblemConvertible {
    var problem: Problem {
        switch self {
        case .noShow(let slug): Problem(.notFound, "There is no show '\(slug)'.")
        case .noEpisode(let number): Problem(.notFound, "There is no episode \(number).")
        case .notYours: Problem(.forbidden, "This is somebody else's show.")
        }
    }
}
