import Fledge

@Route struct PollsRoute {
    let polls: any PollKeeping

    func GET() async throws -> [Poll] { try await polls.list() }
    func POST(body: NewPoll) async throws -> Created<Poll> {
        let poll = try await polls.open(body)
        return Created(poll, at: "/api/v1/polls/\(poll.id)")
    }
}
