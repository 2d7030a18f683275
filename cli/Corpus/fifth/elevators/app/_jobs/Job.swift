import Fledge
import Foundation

@Schema struct Job: Codable, Hashable, Sendable {
    var id: Int
    var elevator: String
    var fault: String
    var isTrapped: Bool
    var reportedAt: Date
    var mechanic: String?
    var doneAt: Date?
}

@Schema struct NewJob: Sendable {
    @Field(.pattern("^E-[0-9]{4}$")) var elevator: String
    @Field(.length(5...500)) var fault: String
    var isTrapped: Bool = false
}

@Schema struct BoardLine: Codable, Hashable, Sendable {
    var job: Int
    var elevator: String
    var since: String
    var level: String
}

enum JobError: Error, Equatable {
    case noJob(Int)
    case done(Int)
}
