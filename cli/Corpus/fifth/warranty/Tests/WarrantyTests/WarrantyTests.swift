import Crypto
import Fledge
import FledgeTesting
import Foundation
import Testing
import WarrantyServices

@testable import Warranty

@Suite struct WarrantyTests {
    let key = SymmetricKey(data: Array("key".utf8))
    let claims = ClaimService()

    func withApp(_ body: (TestClient) async throws -> Void) async throws {
        let folder = PhotoFolder(path: NSTemporaryDirectory())
        try await makeApp(
            claims: claims, photos: folder, signature: WebhookSignature(key: key),
            staffToken: "staff"
        ).test { try await body($0) }
    }

    let new = NewClaim(serial: "AB12345678", fault: "It hums at night.", boughtAt: Date())

    @Test func `a claim is filed and decided`() async throws {
        try await withApp { client in
            try await client.post("/claims", json: new).expect(.created)
            try await client.get("/claims/1").expect(.ok)
            try await client.get("/claims/2").expectProblem(.notFound)
            try await client.get("/claims").expectProblem(.unauthorized)
            var staff = client
            staff.headers[.authorization] = "Bearer staff"
            let list = try await staff.get("/claims")
            #expect(list.headers["X-Total-Count"] == "1")
            try await staff.put("/claims/1/decision", json: ["accepted": true]).expect(.ok)
            try await staff.put("/claims/1/decision", json: ["yes": true])
                .expectProblem(.unprocessableContent)
        }
    }

    @Test func `a carrier tells of a collection`() async throws {
        try await withApp { client in
            try await client.post("/claims", json: new).expect(.created)
            let body = #"{"kind":"collected","claim":1,"tracking":"T1"}"#
            let time = "\(Int(Date().timeIntervalSince1970))"
            let code = HMAC<SHA256>.authenticationCode(for: Data("\(time).\(body)".utf8), using: key)
            let fields: Fields = [.contentType: "application/json"]
            try await client.send(
                .post, "/webhooks/carrier", headers: fields, body: Body(body)
            ).expectProblem(.unauthorized)
            var carrier = client
            carrier.headers["X-Carrier-Signature"] = Data(code).base64EncodedString()
            carrier.headers["X-Carrier-Timestamp"] = time
            try await carrier.send(
                .post, "/webhooks/carrier", headers: fields, body: Body(body)
            ).expect(.noContent)
            #expect(try await claims.find(1).tracking == "T1")
        }
    }

    @Test func `only a JPEG is a photo`() async throws {
        _ = try await claims.file(new)
        try await withApp { client in
            let body = "--b\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"a.png\"\r\n"
                + "Content-Type: image/png\r\n\r\nx\r\n--b--\r\n"
            try await client.send(
                .post, "/claims/1/photos",
                headers: [.contentType: "multipart/form-data; boundary=b"], body: Body(body)
            ).expectProblem(.unsupportedMediaType)
        }
    }
}
