import Fledge
import Foundation

struct Services: Sendable {
    var orders: OrderService
    var tours: TourService
    var vouchers: VoucherService

    init(now: @escaping @Sendable () -> Date) {
        orders = OrderService(now: now)
        tours = TourService(orders: orders, loads: LoadService())
        vouchers = VoucherService(codes: ["WARM10": 10])
    }
}
