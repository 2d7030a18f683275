import FledgeCore

/// Nearest neighbour over the zips; an experiment that was never switched on.
package struct RouteOptimizer: Sendable {
    package init() {}

    package func order(_ parcels: [Parcel]) -> [Parcel] {
        var left = parcels
        var result: [Parcel] = []
        while let last = result.last ?? left.first,
            let next = left.indices.min(by: { distance(left[$0], last) < distance(left[$1], last) })
        {
            result.append(left.remove(at: next))
        }
        return result
    }

    /// Which parcels to order, as the map sends them.
    package func chosen(_ query: Query, among parcels: [Parcel]) -> [Parcel] {
        let ids = Set(query.values("id").compactMap { Int($0) })
        return order(parcels.filter { ids.contains($0.id) })
    }

    private func distance(_ a: Parcel, _ b: Parcel) -> Int {
        abs((Int(a.zip) ?? 0) - (Int(b.zip) ?? 0))
    }
}
