// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge

/// The bodies of the files with sync and async exchanged: what a client sees must not change.
@Controller struct BodyController {
    @POST("/json") func json(body: NewPerson) async -> Note {
        Note(what: body.name, detail: body.kind?.rawValue ?? "-")
    }

    @POST("/slow-json") func slowJSON(request: Request) async throws -> Note {
        let new = try await request.decode(NewPerson.self)
        return Note(what: new.name, detail: new.kind?.rawValue ?? "-")
    }

    @POST("/maybe") func maybe(body: NewPerson?) async -> Note {
        Note(what: "maybe", detail: body?.name ?? "nobody")
    }

    @POST("/text") func text(request: Request) async throws -> String { try await request.text() }

    @POST("/bytes") func bytes(body: [UInt8]) -> [UInt8] { body }

    @POST("/stream") func stream(body: [UInt8]) -> Note {
        Note(what: "stream", detail: "\(body.count)")
    }

    @POST("/guarded", use: Password()) func guarded(
        page: Int, body: NewPerson, caller: Caller
    ) async throws -> Note {
        Note(what: caller.name, detail: "\(page) \(body.name)")
    }
}
