// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore

/// A route for each way in which a handler, or its client, can behave badly.
func mountTrials(on app: App) {
    let notes = Notes()
    app.get("/plaintext") { _ in "Hello, World!" }
    mountUploads(on: app, notes)
    mountWaits(on: app, notes)
    mountStreams(on: app)
    mountFailures(on: app)
    app.on(.get, "/descriptors/:count") { (count: Int) in
        notes.holdDescriptors(count)
        return "holding \(count)"
    }
}

/// Bodies that come in.
private func mountUploads(on app: App, _ notes: Notes) {
    app.post("/upload/:id") { request async throws in
        let id = try request.parameter("id", as: String.self)
        var received = 0
        for try await piece in request.body {
            received += piece.readableBytes
            notes.uploaded(piece.readableBytes, for: id)
        }
        return Count(bytes: received)
    }
    app.post("/files", body: .gibibytes(1)) { request async throws in
        let files = try await request.decode([String: UploadedFile].self)
        return Count(bytes: files.values.map(\.size).reduce(0, +))
    }
    app.on(.get, "/uploaded/:id") { (id: String) in Count(bytes: notes.upload(of: id) ?? 0) }
}

/// Handlers that take long.
private func mountWaits(on app: App, _ notes: Notes) {
    app.on(.get, "/slow/:ms") { (ms: Int) async throws in
        try await Task.sleep(for: .milliseconds(ms))
        return "slept \(ms) ms"
    }
    app.any("/hang/:id") { request async throws in
        let id = try request.parameter("id", as: String.self)
        notes.started(id)
        do {
            try await Task.sleep(for: .seconds(86_400))
        } catch {
            notes.cancelled(id)
            throw error
        }
        return "never"
    }
    app.on(.get, "/started/:id") { (id: String) in notes.start(of: id).map(Moment.init) }
    app.on(.get, "/cancelled/:id") { (id: String) in notes.cancellation(of: id).map(Moment.init) }
}

/// Bodies that go out.
private func mountStreams(on app: App) {
    let page = Body(String(repeating: "x", count: 8 << 20))
    app.get("/page") { _ in Response(body: page) }
    app.on(.get, "/stream/:mebibytes") { (mebibytes: Int) in
        Response(
            body: .stream { writer in
                let piece = String(repeating: "x", count: 64 << 10)
                for _ in 0..<(mebibytes * 16) { try await writer.write(piece) }
            })
    }
    app.on(.get, "/drip/:seconds") { (seconds: Int) in
        Response(
            body: .stream { writer in
                for second in 0..<seconds {
                    try await writer.write("\(second)\n")
                    try await Task.sleep(for: .seconds(1))
                }
            })
    }
    app.get("/events") { _ in
        EventStream { events in
            while true {
                try await events.send(ServerEvent("tick"))
                try await Task.sleep(for: .milliseconds(500))
            }
        }
    }
}

/// Handlers that fail.
private func mountFailures(on app: App) {
    struct Planned: Error {}
    app.get("/throw") { _ -> Response in throw Planned() }
    app.get("/throw/async") { _ async throws -> Response in throw Planned() }
    app.get("/throw/stream") { _ in
        Response(
            body: .stream { writer in
                try await writer.write("half")
                throw Planned()
            })
    }
}

struct Count: Encodable, Sendable {
    var bytes: Int
}

struct Moment: Encodable, Sendable {
    var nanoseconds: Int
}
