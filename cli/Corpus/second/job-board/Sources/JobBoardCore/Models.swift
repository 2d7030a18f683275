import FledgeSchema

@Schema public struct Job: Hashable, Sendable {
    public let id: Int
    public let title: String
    public let company: String
    public let city: String
    public var places: Int

    public init(id: Int, title: String, company: String, city: String, places: Int) {
        (self.id, self.title, self.company, self.city, self.places) = (id, title, company, city, places)
    }
}

@Schema public struct NewJob: Sendable {
    @Field(.length(1...100)) public var title: String
    @Field(.length(1...100)) public var company: String
    @Field(.length(1...60)) public var city: String
    @Field(.range(1...50)) public var places: Int = 1

    public init(title: String, company: String, city: String, places: Int = 1) {
        (self.title, self.company, self.city, self.places) = (title, company, city, places)
    }
}

/// Somebody wants a job.
@Schema public struct Request: Hashable, Sendable {
    public var job: Int
    @Field(.email) public var email: String
    @Field(.range(0...50)) public var years: Int

    public init(job: Int, email: String, years: Int) { (self.job, self.email, self.years) = (job, email, years) }
}

public enum BoardError: Error, Equatable { case noJob(Int), filled, twice }
