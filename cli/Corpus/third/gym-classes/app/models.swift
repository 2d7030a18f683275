import FledgeSchema

@Schema struct GymClass: Equatable {
    var id: Int
    var title: String
    var trainer: String
    var places: Int
}

@Schema struct NewClass {
    @Field(.length(1...60)) var title: String
    var trainer: String
    @Field(.range(1...40)) var places: Int
}

@Schema struct Member: Equatable {
    var id: Int
    var name: String
    var email: String
    var plan: String
}

@Schema struct NewMember {
    var name: String
    var email: String
    var plan: String
}

@Schema struct Booking: Equatable {
    var id: Int
    var classID: Int
    var memberID: Int
}

enum GymError: Error, Equatable {
    case noClass(Int)
    case noMember(Int)
    case full
    case twice
}
