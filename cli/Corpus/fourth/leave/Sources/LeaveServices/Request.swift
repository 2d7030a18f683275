import FledgeSchema
import Foundation

package struct Employee: Hashable, Sendable {
    package let id: Int
    package let manages: Int?

    package init(id: Int, manages: Int? = nil) {
        self.id = id
        self.manages = manages
    }
}

/// A wish for days off, which has nothing to do with HTTP.
@Schema package struct Request: Hashable, Sendable {
    @Schema package enum State: String, Sendable { case pending, approved, declined, expired }

    package let id: Int
    package let employee: Int
    package let days: Int
    package var state: State

    @Schema package struct Draft: Hashable, Sendable {
        package var from: Date
        package var until: Date

        package init(from: Date, until: Date) {
            self.from = from
            self.until = until
        }

        package func validate(into violations: inout Violations) {
            if until < from {
                violations.add("until", code: "order", "must not be before the first day")
            }
        }

        var days: Int { Int(until.timeIntervalSince(from) / 86_400) + 1 }
    }
}

@Schema package struct Decision: Hashable, Sendable {
    package var approve: Bool
    @Field(.length(...300)) package var reason: String?

    package init(approve: Bool, reason: String? = nil) {
        self.approve = approve
        self.reason = reason
    }
}

@Schema package struct Balance: Hashable, Sendable {
    package let allowance: Int
    package let left: Int
}

package struct Window: Sendable {
    package let items: [Request]
    package let total: Int
}

package enum LeaveError: Error, Equatable {
    case unknown, alreadyDecided, notYourTeam
    case notEnoughDays(left: Int)
}
