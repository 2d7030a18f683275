import Fledge
import FledgeData

@Schema struct Bounce: Sendable {
    @Field(.email) var recipient: String
    var event: Int
}

/// The mail provider tells of invitations that came back.
@Route struct MailHookRoute {
    let database: Database

    func POST(xToken: Header<String>, body: Bounce) async throws -> Response {
        guard xToken.value == "mail-token" else { throw Problem(.unauthorized) }
        try await database.transaction { tx in
            try await tx.execute("DELETE FROM invitations WHERE email = \(body.recipient)")
            try await tx.execute("UPDATE events SET bounces = bounces + 1 WHERE id = \(body.event)")
        }
        return Response(.noContent)
    }
}
