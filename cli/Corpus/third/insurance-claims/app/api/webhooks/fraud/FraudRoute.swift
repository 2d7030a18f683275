import ClaimsCore
import Fledge

@Route struct FraudRoute {
    let fraud: FraudDesk

    func POST(xSignature: Header<String>?, body: FraudReport) async throws -> Response {
        guard let given = xSignature?.value, given == fraud.signature(of: body) else {
            throw Problem(.unauthorized, "The signature does not fit.")
        }
        let isNew = await fraud.note(body)
        return Response(isNew ? .created : .ok)
    }
}
