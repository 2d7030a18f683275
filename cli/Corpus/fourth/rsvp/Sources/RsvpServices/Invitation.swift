import FledgeSchema
import Foundation

/// What stands on the card.
@Schema package struct Event: Hashable, Sendable {
    package let title: String
    package let start: Date
    package let deadline: Date

    package init(title: String, start: Date, deadline: Date) {
        self.title = title
        self.start = start
        self.deadline = deadline
    }
}

extension Date {
    /// As RFC 5545 writes it: 20260131T093000Z.
    package var icalendar: String {
        ISO8601Format().filter { $0 != "-" && $0 != ":" }
    }
}

@Schema package struct Invitation: Hashable, Sendable {
    package let code: String
    package let household: String
    package let seats: Int
    package var response: Response?

    package init(code: String, household: String, seats: Int, response: Response? = nil) {
        self.code = code
        self.household = household
        self.seats = seats
        self.response = response
    }
}

/// What a guest answers: nothing of HTTP.
@Schema package struct Response: Hashable, Sendable {
    @Schema package enum Status: String, Sendable { case accepted, declined, perhaps }

    package let status: Status
    package let guests: Int

    /// An answer as it comes in.
    @Schema package struct Draft: Hashable, Sendable {
        package var status: Status
        @Field(.range(0...12)) package var guests: Int = 0
        @Field(.length(...500)) package var note: String?

        package init(status: Status, guests: Int = 0, note: String? = nil) {
            self.status = status
            self.guests = guests
            self.note = note
        }
    }
}

package enum RsvpError: Error, Equatable {
    case unknownInvitation
    case closed(Date)
    case tooManyGuests(allowed: Int)
}
