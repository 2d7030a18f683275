/// Glasses on order, and frames on the wall.
public actor GlassesService {
    private var orders: [Int: Glasses] = [:]
    private let frames: [String: Int]

    public init(frames: [String: Int]) {
        self.frames = frames
    }

    public func price(ofFrame name: String) throws -> Int {
        guard let price = frames[name] else { throw OpticError.noFrame(name) }
        return price
    }

    public func order(
        _ frame: String, left: Eye, right: Eye, coating: Glasses.Coating, deposit: Int
    ) throws -> Glasses {
        _ = try price(ofFrame: frame)
        let glasses = Glasses(
            id: orders.count + 1, frame: frame, left: left, right: right, coating: coating,
            deposit: deposit)
        orders[glasses.id] = glasses
        return glasses
    }

    public func find(_ id: Int) throws -> Glasses {
        guard let glasses = orders[id] else { throw OpticError.noGlasses(id) }
        return glasses
    }

    public func frameNames() -> [String] {
        frames.keys.sorted()
    }
}
