import Fledge

@Schema struct Vote: Sendable { var option: String }

@Route struct VotesRoute {
    let polls: any PollKeeping

    /// A vote. Who votes is a cookie: it is set when it is not there.
    func POST(id: Int, request: Request, body: Vote) async throws -> Response {
        let known = request.cookies["voter"]
        let voter = known ?? request.id
        try await polls.vote(body.option, in: id, by: voter)
        let response = Response(.accepted)
        guard known == nil else { return response }
        return response.cookie(try SetCookie("voter", voter, path: "/", maxAge: .seconds(31_536_000)))
    }
}
