import HTTPTypes

package enum LoyaltyError: Error, Equatable {
    case noMember(Int)
    case noReward(String)
    case tooFewPoints(missing: Int)

    /// What a client is told.
    package var status: HTTPResponse.Status {
        switch self {
        case .noMember, .noReward: .notFound
        case .tooFewPoints: .conflict
        }
    }
}
