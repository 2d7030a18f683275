import Fledge
import Foundation

@Schema struct NewPatent: Sendable {
    @Field(.length(3...300)) var title: String
    @Field(.pattern("^[A-Z]{2}$")) var country: String
    var filedAt: Date
    var grantedAt: Date?
}

@Schema struct Trademark: Codable, Hashable, Sendable {
    var id: Int
    var word: String
    var country: String
    var filedAt: Date
}

@Schema struct NewTrademark: Sendable {
    @Field(.length(1...100)) var word: String
    @Field(.pattern("^[A-Z]{2}$")) var country: String
    var filedAt: Date
}

@Schema struct Renewal: Codable, Hashable, Sendable {
    var patent: Int
    var due: Date
    var cents: Int
}

enum DocketError: Error, Equatable {
    case noPatent(Int)
    case notGranted(Int)
}
