import Fledge
import Foundation

@Schema struct Term: Codable, Hashable, Sendable {
    var slug: String
    var title: String
    var text: String
    var updatedAt: Date
}

@Schema struct TermInput: Sendable {
    @Field(.length(2...80)) var title: String
    @Field(.length(1...5000)) var text: String
}

protocol TermStore: Sendable {
    func find(_ slug: String) async throws -> Term?
    func moved(_ slug: String) async throws -> String?
    func all() async throws -> [Term]
    func save(_ term: Term, insteadOf old: String?) async throws
}

enum TermError: Error, Equatable {
    case noTerm(String)
    case slugTaken(String)
}
