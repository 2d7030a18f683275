import FledgeSchema

@Schema package struct Costume: Hashable, Sendable {
    package var id: Int
    package var name: String
    package var era: String
    package var sizes: [Int]
    /// Cents.
    package var value: Int
    package var wear: Int = 0
}

@Schema package struct NewCostume: Sendable {
    @Field(.length(1...80)) package var name: String
    @Field(.length(1...40)) package var era: String
    @Field(.items(1...10), .unique) package var sizes: [Int]
    @Field(.range(0...1_000_000)) package var value: Int

    package init(name: String, era: String, sizes: [Int], value: Int) {
        self.name = name
        self.era = era
        self.sizes = sizes
        self.value = value
    }
}
