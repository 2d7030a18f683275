import Fledge

@Schema struct AudioUpload {
    var file: UploadedFile
}

@Route struct AudioRoute {
    let shows: ShowCatalog
    let audio: any AudioStore
    let isLiveOn: Bool

    func GET(slug: String, number: Int, download: Bool = false) async throws -> Response {
        if number == 0 && isLiveOn { return Response(.seeOther).header("Location", "/live/\(slug)") }
        let episode = try await shows.episode(number, of: slug)
        let location = "/files/\(slug)/\(episode.number).mp3"
        guard download else { return Response(.found).header("Location", location) }
        return Response(.found)
            .header("Location", location)
            .header("Content-Disposition", "attachment; filename=\"\(slug)-\(number).mp3\"")
    }

    func PUT(slug: String, number: Int, body: AudioUpload) async throws -> Response {
        guard body.file.contentType?.description.hasPrefix("audio/") == true else {
            throw Problem(.unsupportedMediaType, "Send a file with sound in it.")
        }
        let episode = try await shows.episode(number, of: slug)
        try await body.file.save(to: audio.path(slug, episode.number))
        return Response(.noContent)
    }
}
