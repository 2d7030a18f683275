import Foundation

/// When the ice machine has to go out.
public struct ResurfacingService: Sendable {
    let sessions: SessionService

    public init(sessions: SessionService) {
        self.sessions = sessions
    }

    /// The breaks between two sessions that are long enough for the machine.
    public func breaks(atLeast minimum: TimeInterval = 1_200) async -> [Date] {
        let starts = await sessions.all().map(\.startsAt)
        return zip(starts, starts.dropFirst())
            .filter { $1.timeIntervalSince($0) - 5_400 >= minimum }
            .map { $0.0.addingTimeInterval(5_400) }
    }
}
