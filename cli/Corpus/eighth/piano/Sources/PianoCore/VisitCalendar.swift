import Foundation

/// The calendar in which the tuner looks.
public protocol VisitCalendar: Sendable {
    func enter(_ title: String, on day: Date) async throws
}
