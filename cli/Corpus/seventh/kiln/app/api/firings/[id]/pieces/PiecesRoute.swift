import Fledge

@Route struct PiecesRoute {
    let shelves: ShelfService

    /// Puts a piece on a shelf of the kiln.
    func POST(id: Int, body: Piece) async throws -> Firing {
        try await shelves.put(body, into: id)
    }
}
