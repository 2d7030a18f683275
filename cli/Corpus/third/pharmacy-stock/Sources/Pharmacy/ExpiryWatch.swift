/// Counts what goes off soon, and says in which words a caller is told.
package struct ExpiryWatch: Sendable {
    private let shelves: any Shelves

    package init(shelves: any Shelves) { self.shelves = shelves }

    /// The answer for the pharmacist's screen: 204 when there is nothing to do.
    package func answer(expiring: Set<String>) async throws -> (httpStatus: Int, headers: [String: String]) {
        let hit = try await shelves.drugs().filter { expiring.contains($0.code) && $0.packs > 0 }
        if hit.isEmpty { return (204, [:]) }
        return (200, ["X-Expiring": hit.map(\.code).joined(separator: ","), "Cache-Control": "no-store"])
    }
}
