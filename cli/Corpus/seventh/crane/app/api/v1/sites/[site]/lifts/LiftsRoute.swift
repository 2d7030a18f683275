import CraneServices
import Fledge

@Route struct LiftsRoute {
    let lifts: LiftService

    /// The lifts of a site; those of one day when asked for.
    func GET(site: SiteKey, day: String?) async throws -> [Lift] {
        guard let day else { return try await lifts.list(site.text, on: nil) }
        let numbers = day.split(separator: "-").compactMap { Int($0) }
        var parts = DateComponents()
        guard numbers.count == 3 else { throw Problem(.badRequest, "'day' is like 2026-03-01.") }
        (parts.year, parts.month, parts.day) = (numbers[0], numbers[1], numbers[2])
        guard let date = Calendar(identifier: .gregorian).date(from: parts) else {
            throw Problem(.badRequest, "There is no such day.")
        }
        return try await lifts.list(site.text, on: date)
    }

    func POST(site: SiteKey, body: NewLift) async throws -> Created<Lift> {
        let lift = try await lifts.request(body, at: site.text)
        return Created(lift, at: "/api/v1/sites/\(site.text)/lifts/\(lift.id)")
    }
}
