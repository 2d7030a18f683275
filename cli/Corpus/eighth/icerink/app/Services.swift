import Foundation
import RinkCore

struct Services: Sendable {
    let sessions: SessionService
    let rentals: RentalService
    let sharpening: SharpeningService
    let resurfacing: ResurfacingService
    var now: @Sendable () -> Date = { Date() }

    init() {
        sessions = SessionService()
        rentals = RentalService()
        sharpening = SharpeningService()
        resurfacing = ResurfacingService(sessions: sessions)
    }
}
