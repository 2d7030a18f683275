import Fledge

@Route struct TrackRoute {
    let parcels: ParcelService

    /// Where a parcel is: a page for people, a document for programs.
    func GET(number: String, request: Request) async throws -> Response {
        let clean = number.uppercased().filter { $0 != " " && $0 != "-" }
        guard clean.count == 10, clean.hasPrefix("PT") else {
            throw Problem(.badRequest, "A number begins with PT and has eight digits.", code: "number")
        }
        var sum = 0
        for (index, character) in clean.dropFirst(2).enumerated() {
            guard let digit = character.wholeNumberValue else {
                throw Problem(.badRequest, "'\(character)' is no digit.", code: "number")
            }
            sum += index % 2 == 0 ? digit : (digit * 2) / 10 + (digit * 2) % 10
        }
        guard sum % 10 == 0 else { throw Problem(.badRequest, "Mistyped?", code: "check_digit") }
        guard let parcel = try await parcels.find(clean) else { throw Problem(.notFound) }
        guard Accept(request.headers[.accept]).best(of: [.json, .html]) == .html else { return Response.json(parcel) }
        return HTML("<h1>\(parcel.number)</h1><p>\(HTML.escape(parcel.place))</p>").response(for: request)
    }
}
