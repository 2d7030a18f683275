protocol PollKeeping: Sendable {
    func list() async throws -> [Poll]
    func open(_ new: NewPoll) async throws -> Poll
    func find(_ id: Int) async throws -> Poll?
    func close(_ id: Int) async throws
    func vote(_ option: String, in id: Int, by voter: String) async throws
}

struct PollKeeper: PollKeeping {
    let box: BallotBox

    func list() async throws -> [Poll] { await box.polls.values.sorted { $0.id < $1.id } }
    func open(_ new: NewPoll) async throws -> Poll { await box.add(new) }
    func find(_ id: Int) async throws -> Poll? { await box.polls[id] }

    func close(_ id: Int) async throws {
        guard var poll = await box.polls[id] else { throw PollError.unknown }
        poll.isOpen = false
        await box.keep(poll)
    }

    func vote(_ option: String, in id: Int, by voter: String) async throws {
        guard let poll = await box.polls[id] else { throw PollError.unknown }
        guard poll.isOpen else { throw PollError.closed }
        guard poll.options.contains(option) else { throw PollError.noSuchOption }
        guard await box.cast(option, in: id, by: voter) else { throw PollError.votedAlready }
    }
}
