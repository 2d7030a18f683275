import Fledge

@Route struct HomeRoute {
    let petitions: PetitionService

    func GET() async throws -> HTML {
        let items = await petitions.all().map { petition in
            "<li><a href=\"/p/\(petition.slug)\">\(HTML.escape(petition.title))</a></li>"
        }
        return HTML("<h1>Petitions</h1><ul>\(items.joined())</ul>")
    }
}
