/// How high one may build where.
struct ZoningService: Sendable {
    let limits: [String: Int]

    func allows(height: Int, in zone: String) -> Bool {
        guard let limit = limits[zone] else { return false }
        return height <= limit
    }
}
