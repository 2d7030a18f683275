import Fledge
import FledgeTesting
import Foundation
import Testing

@testable import FileDrop

@Test func `a file goes in and comes out`() async throws {
    let drops = DropService(vault: DiskVault(folder: NSTemporaryDirectory() + UUID().uuidString), makeToken: { "t" })
    try await makeApp(drops: drops).test { client in
        let form = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\nContent-Type: text/plain\r\n\r\nHi\r\n--x--\r\n"
        let fields: Fields = [.contentType: "multipart/form-data; boundary=x", .accept: "application/json"]
        try await client.send(.post, "/drops", headers: fields, body: form).expect(.created)
        try await client.post("/drops", json: ["file": "x"]).expectProblem(.unsupportedMediaType)
        #expect(try await client.get("/d/t").text.contains("2 B, no limit"))
        let raw = try await client.get("/d/t/raw")
        #expect(raw.text == "Hi")
        try await client.delete("/drops/t").expect(.noContent)
        try await client.get("/d/t").expectProblem(.notFound)
    }
}
