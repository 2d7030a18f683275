import Foundation
import PianoCore

/// Writes to the calendar on the tuner's telephone.
struct CalDAVCalendar: VisitCalendar {
    let put: @Sendable (_ path: String, _ text: String) async throws -> Void

    func enter(_ title: String, on day: Date) async throws {
        let stamp = day.formatted(.iso8601)
        try await put("/tuning/\(stamp).ics", "BEGIN:VEVENT\nSUMMARY:\(title)\nEND:VEVENT\n")
    }
}
