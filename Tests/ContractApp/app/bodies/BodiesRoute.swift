// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge
import NIOCore

/// Each form of a body, by methods with paths of their own.
@Route struct BodiesRoute {
    @POST("/json") func json(body: NewPerson) -> Note {
        Note(what: body.name, detail: body.kind?.rawValue ?? "-")
    }

    @POST("/slow-json") func slowJSON(body: NewPerson) async throws -> Note { json(body: body) }

    @POST("/maybe") func maybe(body: NewPerson?) -> Note {
        Note(what: "maybe", detail: body?.name ?? "nobody")
    }

    @POST("/text") func text(body: String) -> String { body }

    @POST("/bytes") func bytes(body: [UInt8]) async -> [UInt8] { body }

    @POST("/stream") func stream(body: Body) async throws -> Note {
        var count = 0
        for try await chunk in body { count += chunk.readableBytes }
        return Note(what: "stream", detail: "\(count)")
    }

    @POST("/guarded", use: Password()) func guarded(caller: Caller, page: Int, body: NewPerson) -> Note {
        Note(what: caller.name, detail: "\(page) \(body.name)")
    }
}
