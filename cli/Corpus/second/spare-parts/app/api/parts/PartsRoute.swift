import Fledge

@Route struct PartsRoute {
    let catalog: CatalogService

    func GET(machine: String?) async throws -> [Part] { try await catalog.list(for: machine) }

    func POST(body: NewPart) async throws -> Created<Part> {
        guard body.sku.wholeMatch(of: /[A-Z]{3}-[0-9]{4}/) != nil else {
            throw Problem(.unprocessableContent, "A number is like ABC-1234.", code: "sku")
        }
        return Created(try await catalog.add(body), at: "/api/parts/\(body.sku)")
    }
}
