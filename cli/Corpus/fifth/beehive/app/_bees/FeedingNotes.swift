import Foundation
import ServiceLifecycle

/// Writes the shopping list once a week, beside the server.
struct FeedingNotes: Service {
    let feeding: FeedingService
    let path: String

    func run() async throws {
        while !Task.isCancelled {
            let year = Calendar.current.component(.year, from: Date())
            let needs = try await feeding.syrup(in: year)
            let text = needs.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value) kg" }
            try text.joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
            try await Task.sleep(for: .seconds(7 * 86_400))
        }
    }
}
