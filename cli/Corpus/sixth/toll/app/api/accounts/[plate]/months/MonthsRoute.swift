import Fledge
import Foundation

@Schema struct Month: Equatable {
    let month: String
    let passages: Int
    let gross: Int

    var due: Int {
        let discounted = passages >= 20 ? gross * 92 / 100 : gross
        return min(discounted, 9_000)
    }
}

@Route struct MonthsRoute {
    let passages: PassageService

    /// Month by month.
    func GET(plate: String) async throws -> [JSON] {
        var months: [String: (count: Int, sum: Int)] = [:]
        for passage in try await passages.passages(of: plate) {
            let key = String(passage.at.formatted(.iso8601).prefix(7))
            let before = months[key] ?? (0, 0)
            months[key] = (before.count + 1, before.sum + passage.cents)
        }
        let sorted = months.sorted { $0.key > $1.key }
        return sorted.map { key, value in
            let month = Month(month: key, passages: value.count, gross: value.sum)
            return ["month": .string(key), "due": .integer(month.due)]
        }
    }
}
