import Fledge

@Route struct AvatarRoute {
    let talks: TalkService

    /// The picture for the programme.
    @PUT(body: .mebibytes(2))
    func change(speaker: Speaker, body: [UInt8]) async throws -> Response {
        guard body.starts(with: [0x89, 0x50, 0x4E, 0x47]) else {
            throw Problem(.unsupportedMediaType, "Only PNG is taken.")
        }
        try await talks.setAvatar(body, of: speaker.id)
        return Response(.noContent)
    }
}
