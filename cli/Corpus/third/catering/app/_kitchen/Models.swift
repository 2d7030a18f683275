import FledgeSchema

@Schema struct Dish: Equatable {
    var id: Int
    var name: String
    var cents: Int
    var allergens: [String]
}

@Schema struct Order: Equatable {
    var id: Int
    var dish: Int
    var day: Int
    var plates: Int
    var state: String
}

@Schema struct NewOrder {
    var dish: Int
    @Field(.range(1...366)) var day: Int
    @Field(.range(1...2000)) var plates: Int
}

/// A cookie is something to eat here.
@Schema struct Cookie: Equatable {
    var flavour: String
    var grams: Int
}
