import FledgeSchema

@Schema struct Link: Hashable, Sendable {
    var slug: String
    var target: String
    var owner: String
    var permanent = false
    var reported = false
    var visits = 0
}

@Schema struct NewLink: Sendable {
    static let reserved: Set<String> = ["api", "docs", "health", "ready"]

    @Field(.url) var target: String
    @Field(.pattern("^[a-z0-9-]{3,40}$")) var slug: String?
    var permanent = false

    /// No rule of a field can say this: the words are those of our own routes.
    func validate(into violations: inout Violations) {
        if let slug, Self.reserved.contains(slug) {
            violations.add("slug", code: "reserved", "is a word of ours")
        }
    }
}

enum LinkError: Error, Equatable {
    case slugTaken(String)
    case notYours
    case quota(Int)
}
