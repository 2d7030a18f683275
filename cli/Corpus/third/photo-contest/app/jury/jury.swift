import FledgeSchema

@Schema struct Vote {
    @Field(.range(1...10)) var points: Int
}

@Schema struct Ranked: Equatable {
    var photo: Int
    var points: Int
}

/// Which round it is. Only the jury asks it.
actor RoundClock {
    private(set) var current = 1

    func next() -> Int {
        current += 1
        return current
    }

    /// Later rounds weigh more.
    func weight() -> Int { min(current, 3) }
}

/// Counts votes; who has voted has a seat until the end.
actor Jury {
    nonisolated let rounds: RoundClock
    private let seats: Int
    private var members: Set<String> = []
    private var votes: [Int: [String: Int]] = [:]

    init(rounds: RoundClock, seats: Int) {
        self.rounds = rounds
        self.seats = seats
    }

    func vote(_ vote: Vote, on photo: Int, by voter: String) async throws -> Ranked {
        if !members.contains(voter) {
            guard members.count < seats else { throw ContestError.full }
            members.insert(voter)
        }
        votes[photo, default: [:]][voter] = vote.points * (await rounds.weight())
        return Ranked(photo: photo, points: votes[photo]?.values.reduce(0, +) ?? 0)
    }

    func ranking() -> [Ranked] {
        votes.map { Ranked(photo: $0.key, points: $0.value.values.reduce(0, +)) }
            .sorted { ($1.points, $0.photo) < ($0.points, $1.photo) }
    }
}
