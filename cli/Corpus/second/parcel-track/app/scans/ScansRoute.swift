import Fledge

@Schema struct Scan: Sendable {
    var code: String
    @Field(.length(1...60)) var place: String
}

@Route struct ScansRoute {
    let parcels: ParcelService

    func POST(body: Scan) async throws -> Response {
        let label = body.code.uppercased().filter { $0 != " " && $0 != "-" }
        guard label.count == 10, label.hasPrefix("PT") else {
            throw Problem(.badRequest, "A number begins with PT and has eight digits.", code: "number")
        }
        var total = 0
        for (position, letter) in label.dropFirst(2).enumerated() {
            guard let value = letter.wholeNumberValue else {
                throw Problem(.badRequest, "'\(letter)' is no digit.", code: "number")
            }
            total += position % 2 == 0 ? value : (value * 2) / 10 + (value * 2) % 10
        }
        guard total % 10 == 0 else { throw Problem(.badRequest, "Mistyped?", code: "check_digit") }
        try await parcels.scan(label, at: body.place)
        return Response(.accepted)
    }
}
