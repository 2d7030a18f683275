import FledgeSchema
import Foundation

/// A place for a tent or a van.
@Schema package struct Pitch: Codable, Hashable, Sendable, Identifiable {
    package let id: Int
    package let name: String
    package let hasPower: Bool

    package init(id: Int, name: String, hasPower: Bool) {
        self.id = id
        self.name = name
        self.hasPower = hasPower
    }
}

/// Nights on a pitch.
@Schema package struct Stay: Codable, Hashable, Sendable, Identifiable {
    @Schema package enum State: String, Codable, Sendable { case booked, here, left }

    package let id: Int
    package let pitch: Int
    package let guest: String
    package let from: Date
    package let until: Date
    package var state: State

    package init(
        id: Int, pitch: Int, guest: String, from: Date, until: Date, state: State = .booked
    ) {
        self.id = id
        self.pitch = pitch
        self.guest = guest
        self.from = from
        self.until = until
        self.state = state
    }
}

@Schema package struct NewStay: Hashable, Sendable {
    package var pitch: Int
    @Field(.length(1...80)) package var guest: String
    @Field(.range(1...8)) package var people: Int
    package var from: Date
    package var until: Date

    package init(pitch: Int, guest: String, people: Int, from: Date, until: Date) {
        self.pitch = pitch
        self.guest = guest
        self.people = people
        self.from = from
        self.until = until
    }

    package func validate(into violations: inout Violations) {
        if until <= from {
            violations.add("until", code: "order", "must come after the arrival")
        }
    }
}

package enum CampError: Error, Equatable {
    case noPitch(Int)
    case noStay(Int)
    case taken(pitch: Int)
    case wrongState(Stay.State)
}
