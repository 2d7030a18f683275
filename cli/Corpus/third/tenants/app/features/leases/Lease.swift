import FledgeSchema

@Schema struct Lease: Equatable {
    var id: Int
    var tenant: String
    var flat: String
    var rent: Int
    var months: Int
    var late: Int
}

@Schema struct NewLease {
    @Field(.length(1...90)) var tenant: String
    @Field(.pattern("^[0-9]{1,2}[A-F]$")) var flat: String
    @Field(.range(10_000...900_000)) var rent: Int
}

enum LeaseError: Error, Equatable {
    case unknown(Int)
    case taken(String)
    case frozen
}
