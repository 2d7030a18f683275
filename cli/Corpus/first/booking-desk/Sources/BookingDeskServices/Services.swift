#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

package struct Services: Sendable {
    package let bookings: BookingService

    package init(
        store: any BookingStore,
        now: @escaping @Sendable () -> Int = { Int(Date().timeIntervalSince1970) }
    ) {
        bookings = BookingService(store: store, now: now)
    }
}
