import FledgeSchema
import Foundation

/// Somebody's wish to look at something.
@Schema package struct Proposal: Codable, Hashable, Sendable {
    package let id: Int
    package let title: String
    package let target: String
    package let hours: Int
    package var grades: [Int] = []

    package var grade: Double? {
        grades.isEmpty ? nil : Double(grades.reduce(0, +)) / Double(grades.count)
    }
}

@Schema package struct NewProposal: Sendable {
    @Field(.length(5...150)) package var title: String
    @Field(.pattern("^(M|NGC|IC) ?[0-9]+$")) package var target: String
    @Field(.range(1...40)) package var hours: Int

    package init(title: String, target: String, hours: Int) {
        self.title = title
        self.target = target
        self.hours = hours
    }
}

@Schema package struct Allocation: Codable, Hashable, Sendable {
    package let proposal: Int
    package let title: String
    package let start: Date
    package let hours: Int
}

package enum ProposalError: Error, Equatable {
    case unknown(Int)
    case closed
    case gradedEnough(Int)
}
