import FledgeSchema

@Schema package struct Species: Equatable, Sendable {
    package var id: Int
    package var name: String
    package var reserve: Int
}

@Schema package struct NewSpecies: Sendable {
    @Field(.pattern("^[A-Z][a-z]+ [a-z-]+$")) package var name: String
    @Field(.range(0...100_000)) package var reserve: Int = 500
    package init(name: String, reserve: Int = 500) {
        self.name = name
        self.reserve = reserve
    }
}

@Schema package struct Lot: Equatable, Sendable {
    package var id: Int
    package var species: Int
    package var donor: Int
    package var seeds: Int
    package var viability: Int
}

@Schema package struct NewLot: Sendable {
    package var species: Int
    package var donor: Int
    @Field(.range(1...10_000_000)) package var seeds: Int
    package init(species: Int, donor: Int, seeds: Int) {
        self.species = species
        self.donor = donor
        self.seeds = seeds
    }
}

@Schema package struct LotQuery: Sendable {
    package var species: Int?
    @Field(.range(0...100)) package var viability: Int = 0
}

@Schema package struct Germination: Sendable {
    @Field(.range(10...400)) package var sown: Int
    @Field(.range(0...400)) package var up: Int
    package init(sown: Int, up: Int) {
        self.sown = sown
        self.up = up
    }
}

@Schema package struct Donor: Equatable, Sendable {
    package var id: Int
    package var name: String
}

@Schema package struct NewDonor: Sendable {
    @Field(.length(1...120)) package var name: String
}

package enum VaultError: Error, Equatable {
    case missing(String, Int)
    case inUse
    case reserve(Int)
    case badTest
}
