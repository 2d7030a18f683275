// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import NIOCore
import NIOHTTP1
import NIOPosix
import Testing

@testable import FledgeCLI

@Suite(.timeLimit(.minutes(1))) struct ProxyTests {
    private static let failure = BuildFailure(
        title: "'swift build' failed.",
        errors: [
            .init(
                diagnostic: Diagnostic(
                    file: "/a/app/X.swift", line: 3, column: 5, severity: .error,
                    message: "cannot find '<b>' in scope"),
                place: "app/X.swift:3:5",
                excerpt: Excerpt.make("import Fledge\n\n    <b>x\n", line: 3, column: 5))
        ], output: [])
    private static let navigation: HTTPHeaders = ["Sec-Fetch-Mode": "navigate"]

    @Test func `requests of one connection are answered by the build, one after the other`()
        async throws
    {
        let app = try await FakeApp("one")
        try await ProxyFixture.run { proxy in
            proxy.serve(app)
            try await proxy.connect { connection in
                for _ in 0..<5 {
                    let answer = try await connection.send(.GET, "/")
                    #expect(answer.status == 200 && answer.body == "one" && answer.isWhole)
                    #expect(answer.headers["Connection"] == [])
                }
                let body = String(repeating: "0123456789", count: 200_000)
                let echo = try await connection.send(.POST, "/echo", body: body)
                #expect(echo.body == body)
                #expect(connection.isOpen)
            }
            #expect(proxy.lines.all.count == 6)
            #expect(proxy.lines.all.last?.method == "POST")
        }
        await app.stop()
    }

    @Test func `the app gets the request as it was sent, less what is between neighbours`()
        async throws
    {
        let app = try await FakeApp("one")
        try await ProxyFixture.run { proxy in
            proxy.serve(app)
            let answer = try await proxy.get(
                "/headers",
                headers: [
                    "X-A": "1", "Connection": "X-Hop, keep-alive", "X-Hop": "1",
                    "If-None-Match": "\"1\"", "Accept-Encoding": "gzip",
                ])
            #expect(answer.body.contains("X-A: 1\n"))
            #expect(answer.body.contains("Host: localhost\n"))
            #expect(answer.body.contains("If-None-Match"))
            #expect(!answer.body.contains("X-Hop"))
            let page = try await proxy.get(
                "/headers",
                headers: [
                    "Sec-Fetch-Mode": "navigate", "If-None-Match": "\"1\"",
                    "Accept-Encoding": "gzip",
                ])
            #expect(!page.body.contains("If-None-Match") && !page.body.contains("gzip"))
        }
        await app.stop()
    }

    @Test func `what comes during a change waits, and the new build answers it`() async throws {
        let old = try await FakeApp("old")
        let new = try await FakeApp("new")
        try await ProxyFixture.run { proxy in
            proxy.serve(old)
            try await proxy.connect { connection in
                #expect(try await connection.send(.GET, "/").body == "old")
                proxy.backend.beginChange()
                try await connection.start(.POST, "/echo", body: "kept")
                try await proxy.connect { other in
                    try await other.start(.GET, "/")
                    proxy.serve(new)
                    #expect(try await other.receive().body == "new")
                }
                #expect(try await connection.receive().body == "kept")
            }
        }
        await old.stop()
        await new.stop()
    }

    @Test func `what the old build has begun to answer, it answers`() async throws {
        let old = try await FakeApp("old")
        let new = try await FakeApp("new")
        try await ProxyFixture.run { proxy in
            proxy.serve(old)
            try await proxy.connect { connection in
                try await connection.start(.GET, "/slow")
                try await old.hasSlowRequest.futureResult.get()
                let target = try #require(proxy.serve(new))
                #expect(try await proxy.get("/").body == "new")
                async let idle: Void = target.waitUntilIdle(atMost: .seconds(30))
                old.release.succeed()
                #expect(try await connection.receive().body == "slow old")
                await idle
                #expect(try await connection.send(.GET, "/").body == "new")
            }
        }
        await old.stop()
        await new.stop()
    }

    @Test
    func `while 20 builds take over, a client's answers are whole, each of the old or the new`()
        async throws
    {
        try await ProxyFixture.run { proxy in
            let first = try await FakeApp("0")
            proxy.serve(first)
            let isOver = Flag()
            async let bodies = proxy.connect { connection in
                var bodies: [String] = []
                while !isOver.isSet {
                    let answer = try await connection.send(.GET, "/")
                    #expect(answer.status == 200 && answer.isWhole)
                    bodies.append(answer.body)
                }
                return bodies
            }
            var old = first
            for number in 1...20 {
                proxy.backend.beginChange()
                let new = try await FakeApp("\(number)")
                let target = proxy.serve(new)
                await target?.waitUntilIdle(atMost: .seconds(30))
                await old.stop()
                #expect(try await proxy.get("/").body == "\(number)")
                old = new
            }
            isOver.set()
            let numbers = try await bodies.compactMap { Int($0) }
            #expect(numbers == numbers.sorted())
            #expect(Set(numbers).count > 10 && numbers.count > 20)
            await old.stop()
        }
    }

    @Test func `while nothing compiles, programs get the old build and pages the errors`()
        async throws
    {
        let app = try await FakeApp("old")
        try await ProxyFixture.run { proxy in
            proxy.serve(app)
            proxy.backend.fail(Self.failure)
            #expect(try await proxy.get("/").body == "old")
            #expect(try await proxy.get("/", headers: ["Accept": "*/*"]).body == "old")
            let post = try await proxy.connect {
                try await $0.send(.POST, "/echo", headers: Self.navigation, body: "form")
            }
            #expect(post.body == "form")
            for headers in [Self.navigation, ["Accept": "text/html,*/*"]] {
                let page = try await proxy.get("/", headers: headers)
                #expect(page.status == 503)
                #expect(page.headers["Content-Type"] == ["text/html; charset=utf-8"])
                #expect(page.body.contains("cannot find &#39;&lt;b&gt;&#39; in scope"))
                #expect(page.body.contains("app/X.swift:3:5"))
                #expect(page.body.contains("    &lt;b&gt;x"))
                #expect(page.body.contains("      <span class=\"caret\">^"))
                #expect(page.body.contains("/__fledge/dev.js?"))
            }
            proxy.backend.recover()
            #expect(try await proxy.get("/", headers: Self.navigation).body == "old")
        }
        await app.stop()
    }

    @Test func `before the first build pages are told to wait, and programs wait`() async throws {
        let app = try await FakeApp("one")
        try await ProxyFixture.run { proxy in
            let page = try await proxy.get("/", headers: Self.navigation)
            #expect(page.status == 503 && page.body.contains("Building…"))
            #expect(page.body.contains(DevPage.scriptTag(version: proxy.backend.version)))
            try await proxy.connect { connection in
                try await connection.start(.GET, "/")
                proxy.serve(app)
                #expect(try await connection.receive().body == "one")
            }
        }
        await app.stop()
    }

    @Test func `an app that is gone is waited for`() async throws {
        let old = try await FakeApp("old")
        let new = try await FakeApp("new")
        try await ProxyFixture.run { proxy in
            let target = Backend.Target(port: old.port)
            proxy.backend.serve(target)
            await old.stop()
            try await proxy.connect { connection in
                try await connection.start(.GET, "/")
                proxy.backend.lose(target)
                proxy.serve(new)
                #expect(try await connection.receive().body == "new")
            }
        }
        await new.stop()
    }

    @Test func `without any build, programs are told the first error`() async throws {
        try await ProxyFixture.run { proxy in
            proxy.backend.fail(Self.failure)
            let answer = try await proxy.get("/api")
            #expect(answer.status == 503)
            #expect(answer.headers["Content-Type"] == ["application/problem+json"])
            #expect(answer.body.contains("app/X.swift:3:5: cannot find '<b>' in scope"))
            let head = try await proxy.connect { try await $0.send(.HEAD, "/") }
            #expect(head.status == 503 && head.body.isEmpty)
            try await proxy.connect { connection in
                let post = try await connection.send(.POST, "/", body: "x")
                #expect(post.status == 503)
            }
        }
    }

    @Test func `a page gets the script that reloads it, and is not kept`() async throws {
        let app = try await FakeApp("one")
        try await ProxyFixture.run { proxy in
            proxy.serve(app)
            let page = try await proxy.get("/page")
            let tag = DevPage.scriptTag(version: proxy.backend.version)
            #expect(page.body == "<html><body>one\(tag)</BODY></html>")
            #expect(page.headers["Content-Length"] == ["\(page.body.utf8.count)"])
            #expect(page.headers["Cache-Control"] == ["no-store"] && page.headers["ETag"] == [])
            let script = try await proxy.get("/__fledge/dev.js?1")
            #expect(script.body == DevPage.script)
            #expect(proxy.lines.all.map(\.target) == ["/page"])
        }
        await app.stop()
    }

    @Test func `a page is told each version`() async throws {
        let app = try await FakeApp("one")
        try await ProxyFixture.run { proxy in
            try await proxy.connect { page in
                try await page.start(.GET, "/__fledge/dev")
                let version = proxy.backend.version
                _ = try await page.receive(upTo: "data: \(version)\n\n")
                proxy.serve(app)
                try await page.next("data: \(version + 1)\n\n")
                proxy.backend.reloadPages()
                try await page.next("data: \(version + 2)\n\n")
            }
        }
        await app.stop()
    }

    @Test func `a stream of the old build ends, so that its client asks the new one`() async throws
    {
        let old = try await FakeApp("old")
        let new = try await FakeApp("new")
        try await ProxyFixture.run { proxy in
            proxy.serve(old)
            try await proxy.connect { connection in
                try await connection.start(.GET, "/events")
                #expect(try await connection.receive(upTo: "old").status == 200)
                let target = proxy.serve(new)
                await target?.waitUntilIdle(atMost: .seconds(30))
                try await connection.end()
                #expect(try await connection.send(.GET, "/").body == "new")
            }
        }
        await old.stop()
        await new.stop()
    }

    @Test func `an app that goes away is a 502, and in its answer the end of the connection`()
        async throws
    {
        let app = try await FakeApp("one")
        try await ProxyFixture.run { proxy in
            proxy.serve(app)
            let cut = try await proxy.get("/cut")
            #expect(cut.status == 200 && !cut.isWhole)
            let refused = try await proxy.connect {
                try await $0.send(.POST, "/refuse", body: String(repeating: "x", count: 1 << 20))
            }
            #expect(refused.status == 413 && refused.isWhole)
        }
        await app.stop()
    }

    @Test func `a port that is taken is named, with its owner where the system tells`() async throws
    {
        try await ProxyFixture.run { proxy in
            let error = await #expect(throws: CommandError.self) {
                _ = try await ProxyServer.start(
                    host: "127.0.0.1", port: proxy.port, backend: Backend()
                ) { _ in }
            }
            let text = error?.description ?? ""
            #expect(text.contains("Port \(proxy.port)") && text.contains("--port"))
            #if os(Linux)
            #expect(text.contains("(pid "))
            #endif
        }
    }

    #if os(Linux)
    @Test func `a port has its owner among many`() async throws {
        let loop = MultiThreadedEventLoopGroup.singleton.next()
        var channels: [any Channel] = []
        for _ in 0..<100 {
            channels.append(
                try await ServerBootstrap(group: loop).bind(host: "127.0.0.1", port: 0).get())
        }
        for channel in channels {
            let port = try #require(channel.localAddress?.port)
            #expect(PortOwner.find(port)?.contains("(pid ") == true)
            try await channel.close()
        }
    }
    #endif
}
