import Fledge

/// The meters of a street as a postman reads them.
struct StreetList: Encodable, Sendable {
    let street: String
    let count: Int
    let serials: [String]

    init(_ street: String, _ meters: [Meter]) {
        self.street = street
        count = meters.count
        serials = meters.map { $0.isBlocked ? "\($0.serial) (blocked)" : $0.serial }
    }
}
