import Fledge

@Route struct PreviewRoute {
    let petitions: PetitionService

    /// What chat programs show of a link (oEmbed).
    func GET(url: String, maxwidth: Int = 600, format: String = "json") async throws -> JSON {
        guard format == "json" else {
            throw Problem(.notImplemented, "Only JSON is offered here.")
        }
        guard let slug = url.split(separator: "/").last.map(String.init),
            case .found(let petition) = await petitions.look(up: slug)
        else { throw Problem(.notFound, "That is no address of a petition.") }
        let width = min(maxwidth, 600)
        return [
            "version": "1.0", "type": "rich", "title": .string(petition.title),
            "width": .integer(width), "height": .integer(width * 9 / 16),
        ]
    }
}
