import FledgeSchema

@Schema enum JobState: String { case open, assigned, delivered }

@Schema struct Job: Equatable {
    var id: Int
    var client: String
    var from: String
    var to: String
    var words: Int
    var state: JobState
    var translator: String?
}

@Schema struct NewJob {
    @Field(.length(1...100)) var client: String
    @Field(.oneOf("de", "en", "fr", "pl")) var from: String
    @Field(.oneOf("de", "en", "fr", "pl")) var to: String
    @Field(.range(1...500_000)) var words: Int

    // No single field can say this.
    func validate(into violations: inout Violations) {
        if from == to { violations.add("to", code: "same", "must be another language") }
    }
}

enum JobError: Error, Equatable {
    case missing(Int)
    case notOpen(Int)
    case nobody(String)
}
