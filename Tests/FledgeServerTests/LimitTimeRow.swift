// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import FledgeHTTP
import NIOCore
import Testing

@testable import FledgeServer

/// One bound on the time that a client may take.
///
/// A test cannot wait for n and for a nanosecond more. It makes the time short, and sees that the
/// server acts; and it makes the time long, and sees that the same client gets its answer.
struct LimitTimeRow: Sendable, CustomTestStringConvertible {
    /// The property of `Limits`.
    let field: String
    let testDescription: String
    let set: @Sendable (inout Limits, Duration) -> Void
    /// What the client sends before it waits.
    let begins: String
    /// What it sends afterwards, in time.
    let goesOn: String
    /// The status when it was too late; `nil` for a connection that is closed without a word.
    let tooLate: Int?

    func limits(_ time: Duration) -> Limits {
        var limits = Limits.patient
        set(&limits, time)
        return limits
    }

    static let all = [
        LimitTimeRow(
            field: "headTime", testDescription: "headTime",
            set: { $0.headTime = $1 },
            begins: "GET /now HTTP/1.1⏎Host:", goesOn: " a⏎⏎", tooLate: 408),
        LimitTimeRow(
            field: "headTime", testDescription: "headTime, before a line is complete",
            set: { $0.headTime = $1 },
            begins: "GET /", goesOn: "now HTTP/1.1⏎Host: a⏎⏎", tooLate: nil),
        LimitTimeRow(
            field: "headTime", testDescription: "headTime, of the second request",
            set: { $0.headTime = $1 },
            begins: "GET /none HTTP/1.1⏎Host: a⏎⏎GET /now HTTP/1.1⏎", goesOn: "Host: a⏎⏎",
            tooLate: 408),
        LimitTimeRow(
            field: "bodyTime", testDescription: "bodyTime, announced",
            set: { $0.bodyTime = $1 },
            begins: "POST /read HTTP/1.1⏎Host: a⏎Content-Length: 8⏎⏎half", goesOn: "half",
            tooLate: 408),
        LimitTimeRow(
            field: "bodyTime", testDescription: "bodyTime, in chunks",
            set: { $0.bodyTime = $1 },
            begins: "POST /read HTTP/1.1⏎Host: a⏎Transfer-Encoding: chunked⏎⏎4⏎ha",
            goesOn: "lf⏎0⏎⏎", tooLate: 408),
        LimitTimeRow(
            field: "bodyTime", testDescription: "bodyTime, read before the handler",
            set: { $0.bodyTime = $1 },
            begins: "POST /whole HTTP/1.1⏎Host: a⏎Content-Length: 8⏎⏎half", goesOn: "half",
            tooLate: 408),
        LimitTimeRow(
            field: "idle", testDescription: "idle, before the first request",
            set: { $0.idle = $1 },
            begins: "", goesOn: "GET /now HTTP/1.1⏎Host: a⏎⏎", tooLate: nil),
        LimitTimeRow(
            field: "idle", testDescription: "idle, between requests",
            set: { $0.idle = $1 },
            begins: "GET /none HTTP/1.1⏎Host: a⏎⏎", goesOn: "GET /now HTTP/1.1⏎Host: a⏎⏎",
            tooLate: nil),
    ]

    /// `/none` answers nothing but its head, so that the next answer is the one that counts.
    static func mount(on app: App) {
        app.get("/now") { _ in "ok" }
        app.get("/none") { _ in Response(.noContent) }
        app.post("/read") { request async throws in
            "\(try await request.body.collect().readableBytes)"
        }
        app.use("/whole", WholeBody())
    }
}
