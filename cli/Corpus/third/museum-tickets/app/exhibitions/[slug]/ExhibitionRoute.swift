import Fledge
import TicketDesk

@Route struct ExhibitionRoute {
    let exhibitions: Exhibitions
    let settings: Services.Settings

    /// The page of an exhibition, or its data for the app.
    func GET(slug: String, accept: Header<String>?) async throws -> Response {
        let exhibition = try await exhibitions.find(slug)
        if slug != exhibition.slug {  // an old name
            return Response(.permanentRedirect).header("Location", "/exhibitions/\(exhibition.slug)")
        }
        guard accept?.value.contains("text/html") == true else { return .json(exhibition) }
        var html = "<h1>\(HTML.escape(exhibition.title))</h1>"
        html += "<p>\(exhibition.left == 0 ? "Sold out" : "Tickets from \(euros(exhibition.price))")</p>"
        if settings.isAudioGuideOn { html += "<a href=\"/audio/\(exhibition.slug)\">Listen</a>" }
        return Response.text(html).header("Content-Type", "text/html; charset=utf-8")
    }

    private func euros(_ cents: Int) -> String {
        "\(cents / 100).\(cents % 100 < 10 ? "0" : "")\(cents % 100) €"
    }
}
