/// What has to be in the oven.
struct BakeListService: Sendable {
    let preorders: PreorderService

    func lines(for ids: [Int]) async throws -> [String: Int] {
        var pieces: [String: Int] = [:]
        for id in ids {
            for line in try await preorders.find(id).lines {
                pieces[line.slug, default: 0] += line.pieces
            }
        }
        return pieces
    }
}
