/// Which orders a truck takes together.
struct TourService: Sendable {
    let orders: OrderService
    let loads: LoadService

    func next() async -> [Order] {
        let waiting = await orders.all().filter { !$0.delivered }
        let regions = Dictionary(grouping: waiting) { $0.zip.prefix(2) }
        let fullest = regions.values.max { loads.weight($0) < loads.weight($1) } ?? []
        var tour: [Order] = []
        for order in fullest.sorted(by: { $0.placed < $1.placed }) {
            if loads.weight(tour + [order]) <= 3500 { tour.append(order) }
        }
        await orders.deliver(tour.map(\.id))
        return tour
    }
}
