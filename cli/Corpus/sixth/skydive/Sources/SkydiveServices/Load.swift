import FledgeSchema

/// One flight up, with those who jump.
@Schema package struct Load: Codable, Hashable, Sendable, Identifiable {
    package let id: Int
    package let aircraft: String
    package let seats: Int
    package var jumpers: [Jumper]
    package var state: State

    @Schema package enum State: String, Sendable { case open, closed, flown }

    /// Seats that nobody has.
    package var free: Int { seats - jumpers.count }

    package init(
        id: Int, aircraft: String, seats: Int, jumpers: [Jumper] = [], state: State = .open
    ) {
        self.id = id
        self.aircraft = aircraft
        self.seats = seats
        self.jumpers = jumpers
        self.state = state
    }
}

@Schema package struct Jumper: Codable, Hashable, Sendable {
    @Field(.length(1...60)) package var name: String
    @Field(.range(0...30_000)) package var jumps: Int
    @Field(.range(40...130)) package var kilos: Int

    package init(name: String, jumps: Int, kilos: Int) {
        self.name = name
        self.jumps = jumps
        self.kilos = kilos
    }
}

package enum JumpError: Error, Equatable, Sendable {
    case noLoad(Int)
    case full(Int)
    case tooHeavy(limit: Int)
    case closed(Int)
}
