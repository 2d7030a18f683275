import FledgeSchema

@Schema package struct Booking: Hashable, Sendable {
    @Schema package enum State: String, Sendable { case confirmed, pending, cancelled }

    /// What somebody asks the desk for.
    @Schema package struct Request: Hashable, Sendable {
        @Field(.length(1...20)) package var room: String
        @Field(.range(0...1_000_000)) package var start: Int
        package var end: Int
        @Field(.email) package var guest: String

        package init(room: String, start: Int, end: Int, guest: String) {
            self.room = room
            self.start = start
            self.end = end
            self.guest = guest
        }

        package func validate(into violations: inout Violations) {
            if end <= start { violations.add("end", code: "order", "must be after the start") }
        }
    }

    package let id: Int
    package let room: String
    package let start: Int
    package let end: Int
    package var state: State

    package init(id: Int, room: String, start: Int, end: Int, state: State) {
        self.id = id
        self.room = room
        self.start = start
        self.end = end
        self.state = state
    }

    func overlaps(_ request: Request) -> Bool { start < request.end && request.start < end }
}

package enum BookingError: Error, Equatable {
    case notFound(Int)
    case roomTaken(String)
    case tooLate
}
