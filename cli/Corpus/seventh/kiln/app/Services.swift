import Fledge
import Foundation

struct Services: Sendable {
    var firings: FiringService
    var shelves: ShelfService

    static func inMemory(now: @escaping @Sendable () -> Date = { Date() }) -> Services {
        let store = FiringStore()
        return Services(
            firings: FiringService(store: store, now: now),
            shelves: ShelfService(store: store))
    }
}
