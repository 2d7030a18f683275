/// The room in a kiln: four shelves of 120 cm of pots each.
struct ShelfService: Sendable {
    static let room = 480
    let store: FiringStore

    func put(_ piece: Piece, into id: Int) async throws -> Firing {
        guard var firing = await store.find(id) else { throw FiringError.unknown(id) }
        guard firing.state == .open else { throw FiringError.sealed(id) }
        guard piece.limit >= firing.peak else {
            throw FiringError.tooHot(limit: piece.limit, peak: firing.peak)
        }
        let used = firing.pieces.reduce(0) { $0 + $1.height }
        guard used + piece.height <= Self.room else { throw FiringError.full }
        firing.pieces.append(piece)
        await store.save(firing)
        return firing
    }
}
