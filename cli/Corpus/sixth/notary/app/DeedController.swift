import Deeds
import Fledge

@Schema struct DeedUpload {
    @Field(.length(1...200)) var title: String
    @Field(.range(1...400)) var pages: Int
    var scan: UploadedFile
}

@Schema struct DeedView {
    let deed: Deed
    let fee: String
    let download: String
}

@Controller struct DeedController {
    let deeds: DeedService
    let uploads: String

    @POST(body: .mebibytes(20)) func file(
        client: Client, body: DeedUpload
    ) async throws -> Created<Deed> {
        guard body.scan.contentType?.description == "application/pdf" else {
            throw Problem(.unsupportedMediaType, "A scan is a PDF.", code: "not_pdf")
        }
        let deed = try await deeds.file(title: body.title, owner: client.name, pages: body.pages)
        try await body.scan.save(to: path(of: deed))
        return Created(deed, at: "/deeds/\(deed.id)")
    }

    @GET("/:id") func show(id: Int, client: Client) async throws -> DeedView {
        let deed = try await own(id, client)
        let fee = deeds.fee(for: deed)
        return DeedView(
            deed: deed, fee: "EUR \(fee / 100).\(fee % 100 < 10 ? "0" : "")\(fee % 100)",
            download: "/deeds/\(id)/scan")
    }

    @GET("/:id/scan") func scan(id: Int, client: Client) async throws -> File {
        let deed = try await own(id, client)
        return File(path(of: deed), downloadName: "\(deed.title).pdf")
    }

    /// Another's deed is not there, for all that they know.
    private func own(_ id: Int, _ client: Client) async throws -> Deed {
        let deed = try await deeds.find(id)
        guard deed.owner == client.name else { throw DeedError.unknown(id) }
        return deed
    }

    private func path(of deed: Deed) -> String { "\(uploads)/\(deed.id).pdf" }
}
