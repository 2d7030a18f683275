import Fledge

/// Bolts of cloth, by their number.
actor FabricService {
    private var metres: [String: Double]

    init(metres: [String: Double] = [:]) {
        self.metres = metres
    }

    /// Cuts a piece off a bolt.
    func cut(_ length: Double, of bolt: String) throws -> Double {
        guard let left = metres[bolt] else {
            throw Problem(.notFound, "No bolt \(bolt).")
        }
        guard left >= length else {
            throw Problem(.conflict, "Only \(left) m are left.", code: "too_short")
        }
        metres[bolt] = left - length
        return left - length
    }
}
