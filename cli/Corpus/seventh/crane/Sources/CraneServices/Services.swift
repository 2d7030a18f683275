import Foundation

package struct Services: Sendable {
    package var lifts: LiftService

    package init(
        lifts: any LiftStore, wind: any WindGauge, now: @escaping @Sendable () -> Date
    ) {
        self.lifts = LiftService(store: lifts, gauge: wind, now: now)
    }
}
