import FledgeSchema
import Foundation

@Schema package struct Member: Codable, Hashable, Sendable {
    package let id: Int
    package var name: String
    package var tier: Tier
    package var points: Int
}

@Schema package struct Purchase: Codable, Hashable, Sendable {
    package let member: Int
    package let cents: Int
    package let points: Int
    package let at: Date

    package init(member: Int, cents: Int, points: Int, at: Date) {
        self.member = member
        self.cents = cents
        self.points = points
        self.at = at
    }
}

@Schema package struct Redemption: Codable, Hashable, Sendable {
    package let member: Int
    package let reward: String
    package let points: Int
    package let at: Date
}
