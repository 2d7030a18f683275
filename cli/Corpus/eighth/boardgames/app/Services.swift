import CafeCore
import Foundation

struct Services: Sendable {
    let shelf: ShelfService
    let loans: any Lending
    let wishes: WishService
    var staffKey = "dice"

    init(now: @escaping @Sendable () -> Date = { Date() }) {
        shelf = ShelfService()
        loans = LoanService(shelf: shelf, now: now)
        wishes = WishService()
    }
}
