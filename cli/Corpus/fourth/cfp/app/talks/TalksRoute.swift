import Fledge

@Route struct TalksRoute {
    let talks: TalkService

    func GET(track: Track?, page: Int = 1) async throws -> [Talk] {
        let start = max(page - 1, 0) * 30
        let matching = try await talks.all().filter { track == nil || $0.track == track }
        return Array(matching.dropFirst(start).prefix(30))
    }

    func POST(speaker: Speaker, body: NewTalk) async throws -> Created<Talk> {
        let talk = try await talks.submit(body, by: speaker.id)
        return Created(talk, at: "/talks/\(talk.id)")
    }
}
