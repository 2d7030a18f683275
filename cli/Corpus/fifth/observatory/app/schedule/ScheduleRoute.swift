import Fledge
import Foundation
import ObservatoryServices

enum ScheduleFormat: String, ParameterValue { case json, csv, ics }

@Route struct ScheduleRoute {
    let schedule: ScheduleService

    /// Who observes when: as JSON, for a spreadsheet, or for a calendar.
    func GET(from: Date, nights: Int = 7, format: ScheduleFormat = .json) async throws -> Response {
        let allocations = await schedule.schedule(from: from, nights: nights)
        switch format {
        case .json:
            return Response.json(allocations)
        case .csv:
            var text = "start,hours,proposal,title\n"
            for allocation in allocations {
                let title = allocation.title.contains(",") || allocation.title.contains("\"")
                    ? "\"" + allocation.title.replacingOccurrences(of: "\"", with: "\"\"") + "\""
                    : allocation.title
                let start = allocation.start.ISO8601Format()
                text += "\(start),\(allocation.hours),\(allocation.proposal),\(title)\n"
            }
            return Response.text(text)
                .header(.contentType, "text/csv; charset=utf-8")
                .header(.contentDisposition, "attachment; filename=\"schedule.csv\"")
        case .ics:
            var lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//observatory//EN"]
            for allocation in allocations {
                let end = allocation.start.addingTimeInterval(Double(allocation.hours) * 3600)
                lines += ["BEGIN:VEVENT", "UID:\(allocation.proposal)-\(stamp(allocation.start))"]
                lines += ["DTSTART:\(stamp(allocation.start))", "DTEND:\(stamp(end))"]
                lines += ["SUMMARY:\(allocation.title)", "END:VEVENT"]
            }
            lines.append("END:VCALENDAR")
            return Response.text(lines.joined(separator: "\r\n"))
                .header(.contentType, "text/calendar; charset=utf-8")
        }
    }

    private func stamp(_ date: Date) -> String {
        date.ISO8601Format(.iso8601(timeZone: .gmt, dateSeparator: .omitted, timeSeparator: .omitted))
    }
}
