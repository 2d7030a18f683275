import Fledge

/// What is sewn into a costume.
package struct LabelService: Sendable {
    let store: CostumeStore

    package init(store: CostumeStore) { self.store = store }

    package func label(_ id: Int) async throws -> Response {
        guard let costume = await store.costumes.first(where: { $0.id == id }) else {
            throw Problem(.notFound, "There is no such costume.")
        }
        let sizes = costume.sizes.map(String.init).joined(separator: "/")
        return Response.text("\(costume.name.uppercased()) \(sizes) #\(costume.id)")
    }
}
