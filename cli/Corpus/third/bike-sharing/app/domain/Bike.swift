import FledgeSchema

@Schema struct Bike: Equatable {
    var id: Int
    var dock: String?
    var battery: Int
}

@Schema struct BikeState {
    @Field(.length(1...20)) var dock: String?
    @Field(.range(0...100)) var battery: Int
}

@Schema struct RideStart {
    var bike: Int
}

@Schema struct RideEnd {
    @Field(.length(1...20)) var dock: String
}

@Schema struct Ride: Equatable {
    var id: Int
    var rider: String
    var bike: Int
    var startedAt: Int
    var minutes: Int?
    var cents: Int?
}

enum BikeError: Error, Equatable {
    case noBike(Int)
    case noRide(Int)
    case notRideable(Int)
    case inUse(Int)
    case ended(Int)
}
