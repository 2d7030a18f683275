import Fledge
import Foundation
import PianoCore

@Schema struct VisitPlan: Sendable {
    /// A day as 2026-05-01, or a week as 2026-W18.
    var when: String
}

@Route struct PianoVisitsRoute {
    let visits: VisitService

    /// Plans a tuning.
    func POST(id: Int, body: VisitPlan) async throws -> Created<Visit> {
        guard let day = day(from: body.when) else {
            throw Problem(.unprocessableContent, "'\(body.when)' is no day of the calendar.")
        }
        let visit = try await visits.plan(id, on: day)
        return Created(visit, at: "/visits/\(visit.id)")
    }

    /// What was tuned, of late or ever.
    func GET(id: Int, since: Date?, until: Date?) async throws -> [Visit] {
        if let since, let until, until < since {
            throw Problem(.badRequest, "'until' comes before 'since'.")
        }
        let visits = await visits.history(of: id, since: since)
        return visits.filter { visit in until.map { visit.day <= $0 } ?? true }
    }

    private func day(from text: String) -> Date? {
        if let day = try? Date(text, strategy: .iso8601.year().month().day()) { return day }
        let parts = text.split(separator: "-W")
        guard parts.count == 2, let year = Int(parts[0]), let week = Int(parts[1]) else {
            return nil
        }
        let calendar = Calendar(identifier: .iso8601)
        return calendar.date(
            from: DateComponents(weekday: 2, weekOfYear: week, yearForWeekOfYear: year))
    }
}
