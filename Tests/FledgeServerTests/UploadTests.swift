// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import NIOCore
import Testing

@testable import FledgeServer

/// Files that come in over a socket.
///
/// `scripts/trial upload-files` looks at the memory.
@Suite struct `An upload` {
    private static let size = 64 << 20

    @Test func `of 64 MiB arrives whole, on disk`() async throws {
        try await withServer { app in
            app.post("/", body: .mebibytes(65)) { request async throws in
                let files = try await request.decode([String: UploadedFile].self)
                let file = try #require(files["a"])
                var count = 0
                for try await piece in try file.body()
                where piece == ByteBuffer(repeating: 3, count: piece.readableBytes) {
                    count += piece.readableBytes
                }
                return "\(file.isInMemory) \(file.size) \(count)"
            }
        } _: { server in
            try await withClient(server) { client in
                let head = "--b⏎Content-Disposition: form-data; name=\"a\"; filename=\"a\"⏎⏎"
                let end = "⏎--b--"
                let length = Self.size + head.utf8.count - 3 + end.utf8.count - 1
                try await client.send(
                    "POST / HTTP/1.1⏎Host: a⏎Content-Type: multipart/form-data; boundary=b⏎"
                        + "Content-Length: \(length)⏎⏎\(head)")
                let piece = ByteBuffer(repeating: 3, count: 1 << 20)
                for _ in 0..<64 { try await client.send(piece) }
                try await client.send(end)
                #expect(try await client.reply().body == "false \(Self.size) \(Self.size)")
            }
        }
    }
}
