import FledgeSchema

@Schema package struct Ticket: Hashable, Sendable {
    package let code: String
    package let event: Int
    package let holder: String
    package let cents: Int
    package var usedAt: String?

    package init(code: String, event: Int, holder: String, cents: Int, usedAt: String? = nil) {
        (self.code, self.event, self.holder, self.cents, self.usedAt) = (code, event, holder, cents, usedAt)
    }
}

@Schema package struct Purchase: Sendable {
    @Field(.length(1...60)) package var holder: String
    @Field(.oneOf("stand", "seat")) package var place: String

    package init(holder: String, place: String) { (self.holder, self.place) = (holder, place) }
}

package enum TicketError: Error, Equatable {
    case soldOut
    case tooManyForOne(Int)
}
