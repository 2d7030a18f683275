import Foundation

/// Members and what they bought, in memory.
package actor LoyaltyBook {
    var members: [Int: Member] = [:]
    var purchases: [Purchase] = []
    var redemptions: [Redemption] = []

    package init() {}

    func put(_ member: Member) { members[member.id] = member }
    func add(_ purchase: Purchase) { purchases.append(purchase) }
    func add(_ redemption: Redemption) { redemptions.append(redemption) }
}
