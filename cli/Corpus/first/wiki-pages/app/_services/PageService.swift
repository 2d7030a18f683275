/// What may be written over what.
struct PageService: Sendable {
    let store: PageStore

    func find(_ slug: String) async throws -> Page? { await store.pages[slug] }

    func recent() async throws -> [Page] { await store.history.reversed() }

    func write(_ edit: Edit, to slug: String, basedOn base: Int?) async throws -> Page {
        let current = await store.pages[slug]
        if let current, base != current.revision { throw EditConflict(revision: current.revision) }
        let page = Page(slug: slug, title: edit.title, text: edit.text, revision: (current?.revision ?? 0) + 1)
        await store.save(page)
        return page
    }
}

struct EditConflict: Error, Equatable { let revision: Int }

actor PageStore {
    private(set) var pages: [String: Page] = [:]
    private(set) var history: [Page] = []

    func save(_ page: Page) {
        pages[page.slug] = page
        history.append(page)
    }
}
