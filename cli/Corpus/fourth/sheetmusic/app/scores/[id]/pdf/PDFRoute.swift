import Fledge
import SheetmusicServices

@Route struct PDFRoute {
    let scores: ScoreService

    /// The file itself, to read or to keep.
    func GET(id: Int, download: Bool = false, singer: Singer) async throws -> Response {
        guard let score = try await scores.find(id), let bytes = try await scores.pdf(id) else {
            throw Problem(.notFound, "There is no score \(id).")
        }
        try await scores.lend(id, to: singer.name)
        let name = score.title.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" }
        let kind = download ? "attachment" : "inline"
        return Response(
            headers: [
                .contentType: "application/pdf",
                .contentDisposition: "\(kind); filename=\"\(String(name)).pdf\"",
            ],
            body: Body(bytes))
    }
}
