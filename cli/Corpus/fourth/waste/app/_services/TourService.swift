/// Puts the stops of a lorry into an order: always the nearest next.
struct TourService: Sendable {
    func order(_ stops: [(x: Int, y: Int)]) -> [(x: Int, y: Int)] {
        var left = stops
        var tour: [(x: Int, y: Int)] = []
        var here = (x: 0, y: 0)
        while let next = left.indices.min(by: {
            distance(left[$0], here) < distance(left[$1], here)
        }) {
            here = left.remove(at: next)
            tour.append(here)
        }
        return tour
    }

    private func distance(_ a: (x: Int, y: Int), _ b: (x: Int, y: Int)) -> Int {
        abs(a.x - b.x) + abs(a.y - b.y)
    }
}
