import Foundation

/// What the crane may lift, and when.
package struct LiftService: Sendable {
    let store: any LiftStore
    let gauge: any WindGauge
    let now: @Sendable () -> Date

    /// 20 m/s stop the crane; above 14 m/s it takes half.
    package func request(_ new: NewLift, at site: String) async throws -> Lift {
        let wind = try await wind()
        guard wind.allowed else { throw LiftError.windy(wind.speed) }
        var most = LoadChart.most(at: new.radius)
        if wind.speed > 14 { most /= 2 }
        guard new.load <= most else { throw LiftError.overload(most: most) }
        return try await store.add(new, at: site, now())
    }

    package func list(_ site: String, on day: Date?) async throws -> [Lift] {
        try await store.list(site).filter { lift in
            day.map { $0 <= lift.at && lift.at < $0.addingTimeInterval(86_400) } ?? true
        }
    }

    package func finish(_ id: Int, at site: String, by people: [String]) async throws -> Lift {
        guard let lift = try await store.find(id), lift.site == site else {
            throw LiftError.unknown
        }
        guard lift.confirmedBy.isEmpty else { throw LiftError.done }
        return try await store.confirm(lift, by: people)
    }

    package func wind() async throws -> (speed: Double, allowed: Bool) {
        guard let speed = try await gauge.read() else { throw LiftError.noReading }
        return (speed, speed < 20)
    }
}

/// What hangs on the hook at most, by its distance from the mast.
enum LoadChart {
    static func most(at radius: Int) -> Int {
        switch radius {
        case ...10: 12_000
        case ...25: 6_000
        default: 140_000 / radius
        }
    }
}
