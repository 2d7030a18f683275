import Foundation

/// Tunings: a piano rests for thirty days, and grands cost more.
public actor VisitService {
    private let pianos: PianoService
    private let calendar: any VisitCalendar
    private var visits: [Int: Visit] = [:]

    public init(pianos: PianoService, calendar: any VisitCalendar) {
        self.pianos = pianos
        self.calendar = calendar
    }

    public func plan(_ piano: Int, on day: Date) async throws -> Visit {
        let instrument = try await pianos.find(piano)
        let rested = visits.values.allSatisfy {
            $0.piano != piano || abs($0.day.timeIntervalSince(day)) >= 30 * 86_400
        }
        guard rested else { throw PianoError.tooSoon }
        let visit = Visit(
            id: visits.count + 1, piano: piano, day: day, francs: Self.price(of: instrument.kind))
        visits[visit.id] = visit
        try await calendar.enter("Tune \(instrument.serial)", on: day)
        return visit
    }

    public func record(_ pitch: Double, for id: Int) throws -> Visit {
        guard var visit = visits[id] else { throw PianoError.noVisit(id) }
        guard visit.pitch == nil else { throw PianoError.alreadyTuned(id) }
        visit.pitch = pitch
        visits[id] = visit
        return visit
    }

    public func history(of piano: Int, since day: Date?) -> [Visit] {
        visits.values
            .filter { $0.piano == piano && (day == nil || $0.day >= day ?? $0.day) }
            .sorted { $0.day < $1.day }
    }

    static func price(of kind: Piano.Kind) -> Int {
        switch kind {
        case .upright: 190
        case .grand: 240
        case .harpsichord: 280
        }
    }
}
