/// Gives money back for days on which nothing ran.
package struct RefundService: Sendable {
    private let passes: PassService
    private let cents = [Tariff.full: 72_00, .reduced: 54_00, .free: 0]

    package init(passes: PassService) { self.passes = passes }

    package func refund(_ id: Int, closedDays: Int) async throws -> Int {
        let pass = try await passes.find(id)
        return min(closedDays, pass.days) * (cents[pass.tariff] ?? 0)
    }
}
