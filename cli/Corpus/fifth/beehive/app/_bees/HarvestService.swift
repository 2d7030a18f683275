struct HarvestService: Sendable {
    let store: HiveStore

    func record(_ grams: Int, grade: String, of hive: Int) async throws -> Harvest {
        try await store.addHarvest(of: hive, grams: grams, grade: grade)
    }

    func list() async throws -> [Harvest] { try await store.harvests() }

    func total() async throws -> [String: Int] {
        try await list().reduce(into: [:]) { $0[$1.grade, default: 0] += $1.grams }
    }
}
