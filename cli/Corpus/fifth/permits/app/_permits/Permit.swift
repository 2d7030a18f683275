import Fledge
import Foundation

@Schema struct Permit: Codable, Hashable, Sendable {
    @Schema enum State: String, Codable, Sendable { case submitted, returned, approved, refused }

    var id: Int
    var applicant: String
    var plot: String
    var area: Int
    var fee: Int
    var state: State
}

@Schema struct NewPermit: Sendable {
    var applicant: String
    var plot: String
    @Field(.range(1...100_000)) var area: Int
    var isListed: Bool = false
}

@Schema struct Document: Codable, Hashable, Sendable {
    var id: Int
    var permit: Int
    var title: String
    var text: String
}

@Schema struct NewDocument: Sendable {
    @Field(.length(1...100)) var title: String
    @Field(.length(1...20_000)) var text: String
}
