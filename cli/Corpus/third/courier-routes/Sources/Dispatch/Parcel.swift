import FledgeSchema

@Schema package struct Parcel: Equatable, Sendable {
    package var id: Int
    package var zip: String
    package var street: String
    package var grams: Int
    package var depot: String
    package var courier: String?
    package var isDelivered: Bool

    package init(id: Int, new: NewParcel, depot: String) {
        self.id = id
        zip = new.zip
        street = new.street
        grams = new.grams
        self.depot = depot
        courier = nil
        isDelivered = false
    }
}

@Schema package struct NewParcel: Sendable {
    package var zip: String
    package var street: String
    package var grams: Int

    package init(zip: String, street: String, grams: Int) {
        self.zip = zip
        self.street = street
        self.grams = grams
    }
}

package enum DispatchError: Error, Equatable {
    case noParcel(Int)
    case delivered(Int)
}

package protocol Stops: Sendable {
    func add(_ parcel: Parcel) async throws -> Parcel
    func find(_ id: Int) async throws -> Parcel?
    func open() async throws -> [Parcel]
    func save(_ parcel: Parcel) async throws
}
