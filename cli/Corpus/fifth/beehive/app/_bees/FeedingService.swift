import Foundation

/// How much sugar the bees need before the winter.
struct FeedingService: Sendable {
    let hives: HiveService

    /// Kilograms of syrup for each hive: young queens have larger colonies.
    func syrup(in year: Int) async throws -> [Int: Double] {
        var needs: [Int: Double] = [:]
        for hive in try await hives.list() {
            needs[hive.id] = year - hive.queenYear <= 1 ? 18 : 15
        }
        return needs
    }
}
