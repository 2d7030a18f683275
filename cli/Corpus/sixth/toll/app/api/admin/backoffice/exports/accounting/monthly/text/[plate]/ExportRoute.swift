import Fledge
import Foundation

@Route struct ExportRoute {
    let passages: PassageService

    /// For the accountants' program, one line for each month.
    func GET(plate: String) async throws -> String {
        var totals: [String: (number: Int, cents: Int)] = [:]
        for item in try await passages.passages(of: plate) {
            let period = String(item.at.formatted(.iso8601).prefix(7))
            let old = totals[period] ?? (0, 0)
            totals[period] = (old.number + 1, old.cents + item.cents)
        }
        let ordered = totals.sorted { $0.key > $1.key }
        return ordered.map { "\($0.key);\($0.value.number);\($0.value.cents)" }
            .joined(separator: "\n")
    }
}
