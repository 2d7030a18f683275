import Foundation
import OpticCore

/// What happens while the shop is closed.
struct NightlyRun: Sendable {
    let recalls: any Recalls
    let stock: FrameStockService

    func letters(on day: Date) async -> [String] {
        await recalls.due(on: day).map { "Dear \($0), your eye test is due." }
    }

    func orders() -> [String] {
        stock.suggestions().map { "\($1) of \($0)" }.sorted()
    }
}
