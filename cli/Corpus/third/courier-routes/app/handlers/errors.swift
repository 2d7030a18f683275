import Dispatch
import Fledge
import FledgeData

extension DispatchError: ProblemConvertible {
    package var problem: Problem {
        switch self {
        case .noParcel(let id): Problem(.notFound, "There is no parcel \(id).")
        case .delivered: Problem(.conflict, "It was delivered.", code: "delivered")
        }
    }
}

extension ParcelHandlers {
    /// How many parcels lie where.
    var counts: [String: Int] {
        get async throws {
            let rows = try await db.query(
                "SELECT depot, count(*) AS parcels FROM parcels GROUP BY depot", as: DepotCount.self)
            return Dictionary(uniqueKeysWithValues: rows.map { ($0.depot, $0.parcels) })
        }
    }
}

struct DepotCount: Decodable {
    var depot: String
    var parcels: Int
}
