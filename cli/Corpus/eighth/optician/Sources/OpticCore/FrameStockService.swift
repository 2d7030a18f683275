/// What has to be ordered from the makers of frames.
public struct FrameStockService: Sendable {
    let minimum: Int
    let wall: [String: Int]

    public init(minimum: Int = 3, wall: [String: Int]) {
        self.minimum = minimum
        self.wall = wall
    }

    /// The frames of which there are too few, and how many to order.
    public func suggestions() -> [String: Int] {
        wall.filter { $0.value < minimum }.mapValues { minimum * 2 - $0 }
    }
}
