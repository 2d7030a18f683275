// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Synchronization
import Testing

@testable import FledgeCLI

@Suite struct RequestLogTests {
    @Test(arguments: [
        ("2026-11-23T07:44:41+0000 info fledge: route=/users/:id GET /users/7 200 1.204ms", true),
        ("info: POST /a%20b 422 0.1ms", true), ("Listening on http://127.0.0.1:1", false),
        ("took 12ms", false), ("GET /x 200 fast", false), ("GET x 200 1ms", false), ("", false),
        ("a /b 999 1ms", false),
    ])
    func `a line of the middleware is known`(line: String, isRequest: Bool) {
        #expect(RequestLog.isRequestLine(line) == isRequest)
    }

    @Test func `a request is told by us, or by the app once it does so itself`() {
        let lines = Mutex<[String]>([])
        let log = RequestLog(Terminal { line in lines.withLock { $0.append(line) } })
        let line = RequestLine(
            method: "GET", target: "/a\u{1B}[31m", status: 200, duration: .microseconds(1300))
        log.add(line)
        log.appOutput.line("info: GET /a 200 1.3ms")
        log.add(line)
        log.appOutput.line("hello")
        #expect(
            lines.withLock { $0 } == [
                "GET /a\u{FFFD}[31m 200 1.3 ms", "info: GET /a 200 1.3ms", "hello",
            ])
    }

    @Test(arguments: [
        (Duration.microseconds(40), "0.0 ms"), (.milliseconds(9), "9.0 ms"),
        (.milliseconds(240), "240 ms"), (.milliseconds(3240), "3.2 s"),
    ])
    func `a time is short`(duration: Duration, text: String) {
        #expect(duration.brief == text)
    }
}
