// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import NIOCore
import Testing

@testable import FledgeCore

@Suite struct ServerEventTests {
    static let rows: [Row<ServerEvent, String?>] = [
        Row("text", ServerEvent("a"), "data: a\n\n"),
        Row("nothing", ServerEvent(""), "data: \n\n"),
        Row("lines", ServerEvent("a\nb"), "data: a\ndata: b\n\n"),
        Row("all line ends", ServerEvent("a\r\nb\rc\n"), "data: a\ndata: b\ndata: c\ndata: \n\n"),
        Row(
            "a field in the data stays data", ServerEvent("a\n\nevent: x"),
            "data: a\ndata: \ndata: event: x\n\n"),
        Row("a blank in front", ServerEvent(" a"), "data:  a\n\n"),
        Row(
            "all fields", ServerEvent("a", event: "e", id: "7", retry: .milliseconds(1_500)),
            "event: e\nid: 7\nretry: 1500\ndata: a\n\n"),
        Row("an empty id", ServerEvent("a", id: ""), "id: \ndata: a\n\n"),
        Row(
            "a retry in whole milliseconds", ServerEvent("a", retry: .microseconds(2_900)),
            "retry: 2\ndata: a\n\n"),
        Row("a retry in the past", ServerEvent("a", retry: .seconds(-1)), "retry: 0\ndata: a\n\n"),
        Row("LF in the name", ServerEvent("a", event: "e\ndata: x"), nil),
        Row("CR in the name", ServerEvent("a", event: "e\r"), nil),
        Row("CR LF in the name", ServerEvent("a", event: "e\r\nx"), nil),
        Row("LF in the id", ServerEvent("a", id: "7\n\ndata: x"), nil),
        Row("NUL in the id", ServerEvent("a", id: "7\0"), nil),
    ]

    @Test(arguments: rows)
    func `an event is written like this`(row: Row<ServerEvent, String?>) {
        #expect((try? row.input.text()) == row.output)
    }

    @Test func `a value is written as JSON`() throws {
        let event = try ServerEvent(json: ["a": [1, 2]], event: "e")
        #expect(try event.text() == "event: e\ndata: {\"a\":[1,2]}\n\n")
    }
}

@Suite(.timeLimit(.minutes(1))) struct EventStreamTests {
    @Test func `a stream is sent with its head, event by event`() async throws {
        let app = App(mode: .test)
        app.get("/") { _ in
            EventStream { events in
                try await events.send(ServerEvent("1"))
                try await events.comment("two\nlines")
                try await events.send(ServerEvent("2"))
            }
        }
        app.get("/quiet") { _ in EventStream(heartbeat: nil) { try await $0.send(ServerEvent("1")) }
        }
        let answer = try await app.answer(.get, "/")
        #expect(answer.headers[.contentType] == "text/event-stream")
        #expect(answer.headers[.cacheControl] == "no-store")
        #expect(answer.text == "data: 1\n\n: two\n: lines\n\ndata: 2\n\n")
        #expect(try await app.answer(.get, "/quiet").text == "data: 1\n\n")
    }

    @Test func `a sequence of events is sent`() async throws {
        let app = App(mode: .test)
        app.get("/") { _ in
            let (events, continuation) = AsyncStream.makeStream(of: ServerEvent.self)
            for number in 1...3 { continuation.yield(ServerEvent("\(number)")) }
            continuation.finish()
            return EventStream(events)
        }
        #expect(try await app.answer(.get, "/").text == "data: 1\n\ndata: 2\n\ndata: 3\n\n")
    }

    @Test func `an error of the producer and an invalid event cut the stream off`() async throws {
        let streams = [
            EventStream { events in
                try await events.send(ServerEvent("1"))
                throw CancellationError()
            },
            EventStream { try await $0.send(ServerEvent("1", event: "a\nb")) },
        ]
        for stream in streams {
            let body = stream.response(for: try Request("/")).body
            await #expect(throws: (any Error).self) { try await body.collect() }
        }
    }

    @Test func `heartbeats are sent between events, and end with the producer`() async throws {
        let (beats, beat) = AsyncStream.makeStream(of: Void.self)
        let (goOn, go) = AsyncStream.makeStream(of: Void.self)
        var stream = EventStream(heartbeat: .seconds(15)) { events in
            try await events.send(ServerEvent("1"))
            for await _ in goOn {}
            try await events.send(ServerEvent("2"))
        }
        stream.sleep = { duration in
            #expect(duration == .seconds(15))
            for await _ in beats { return }
            try await Task.sleep(for: .seconds(3_600))
        }
        var pieces: [String] = []
        for try await piece in stream.response(for: try Request("/")).body {
            pieces.append(String(buffer: piece))
            if pieces.count <= 2 { beat.yield() }
            if pieces.count == 3 { go.finish() }
        }
        #expect(pieces == ["data: 1\n\n", ":\n\n", ":\n\n", "data: 2\n\n"])
    }

    @Test func `a client that goes away ends producer and heartbeat`() async throws {
        let (ended, end) = AsyncStream.makeStream(of: Void.self)
        let stream = EventStream { events in
            defer { end.finish() }
            try await events.send(ServerEvent("1"))
            try await Task.sleep(for: .seconds(3_600))
        }
        for try await _ in stream.response(for: try Request("/")).body { break }
        for await _ in ended {}
    }

    @Test func `the id of the last event can be asked for`() throws {
        var request = try Request("/")
        #expect(request.lastEventID == nil)
        request.headers["Last-Event-ID"] = "7"
        #expect(request.lastEventID == "7")
    }
}
