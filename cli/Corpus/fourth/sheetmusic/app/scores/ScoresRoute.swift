import Fledge
import SheetmusicServices

@Schema struct ScoreUpload {
    @Field(.length(1...120)) var title: String
    @Field(.length(1...80)) var composer: String
    var file: UploadedFile
}

@Route struct ScoresRoute {
    let scores: ScoreService

    @GET func list(composer: String?) async throws -> [Score] {
        try await scores.list(by: composer)
    }

    /// A score comes as a form with a PDF.
    @POST(body: .mebibytes(20)) func upload(singer: Singer, body: ScoreUpload) async throws
        -> Created<Score>
    {
        let bytes = try await body.file.bytes()
        // What the client calls it says nothing: a PDF begins so.
        guard bytes.starts(with: Array("%PDF-".utf8)) else {
            throw Problem(.unsupportedMediaType, "Only PDF is taken.", code: "no_pdf")
        }
        let score = try await scores.add(
            NewScore(title: body.title, composer: body.composer), pdf: bytes, by: singer.name)
        return Created(score, at: "/scores/\(score.id)")
    }
}
