import FledgeSchema

@Schema struct Wine: Equatable, Sendable {
    let slug: String
    let name: String
    let year: Int
    var bottles: Int
    var notes: [String]
}

@Schema struct NewWine: Sendable {
    @Field(.length(1...120)) var name: String
    @Field(.range(1900...2100)) var year: Int
    @Field(.range(1...600)) var bottles: Int
    /// Fortified wines keep.
    var fortified: Bool = false

    func validate(into violations: inout Violations) {
        if fortified, bottles % 3 != 0 {
            violations.add("bottles", code: "crate", "come in crates of three when fortified")
        }
    }
}
