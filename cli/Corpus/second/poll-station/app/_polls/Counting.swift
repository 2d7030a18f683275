/// Counts votes. Percentages are rounded so that they make a hundred.
struct Counting: Sendable {
    let box: BallotBox

    func voters(of option: String, in id: Int) async throws -> Int {
        guard let poll = await box.polls[id] else { throw PollError.unknown }
        guard poll.options.contains(option) else { throw PollError.noSuchOption }
        return await (box.votes[id] ?? [:]).values.count { $0 == option }
    }

    func result(of id: Int) async throws -> [ResultLine] {
        guard let poll = await box.polls[id] else { throw PollError.unknown }
        let votes = await Dictionary(grouping: (box.votes[id] ?? [:]).values) { $0 }.mapValues(\.count)
        let total = max(1, votes.values.reduce(0, +))
        var rest = votes.isEmpty ? 0 : 100 - poll.options.map { (votes[$0] ?? 0) * 100 / total }.reduce(0, +)
        return poll.options.map { option in
            let count = votes[option] ?? 0
            let extra = rest > 0 && count * 100 % total != 0 ? 1 : 0
            rest -= extra
            return ResultLine(option: option, votes: count, percent: count * 100 / total + extra)
        }
    }
}

actor BallotBox {
    private(set) var polls: [Int: Poll] = [:]
    private(set) var votes: [Int: [String: String]] = [:]

    func add(_ new: NewPoll) -> Poll {
        let poll = Poll(id: polls.count + 1, question: new.question, options: new.options)
        polls[poll.id] = poll
        return poll
    }

    func keep(_ poll: Poll) { polls[poll.id] = poll }

    func cast(_ option: String, in poll: Int, by voter: String) -> Bool {
        guard votes[poll, default: [:]][voter] == nil else { return false }
        votes[poll, default: [:]][voter] = option
        return true
    }
}
