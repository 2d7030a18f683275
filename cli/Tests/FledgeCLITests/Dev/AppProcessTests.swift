// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Synchronization
import Testing

@testable import FledgeCLI

@Suite(.timeLimit(.minutes(1))) struct AppProcessTests {
    private func shell(_ script: String) -> Program {
        Program(executable: "/bin/sh", arguments: ["-c", script], directory: "/")
    }

    @Test func `an app is there when it says where it listens, and stops when it is told`()
        async throws
    {
        let lines = Mutex<[String]>([])
        let app = try await AppProcess.start(
            shell("echo one; echo Listening on http://127.0.0.1:4711; echo two >&2; exec sleep 60")
        ) { line in lines.withLock { $0.append(line) } }
        #expect(app.port == 4711)
        await app.stop()
        #expect(await app.ended() == .signal(15))
        #expect(lines.withLock { $0 } == ["one", "two"])
    }

    @Test func `an app that ends before it listens says why`() async throws {
        let failure = await #expect(throws: AppProcess.BootFailure.self) {
            try await AppProcess.start(shell("echo error: no database >&2; exit 3")) { _ in }
        }
        #expect(failure?.title == "The app ended with status 3 before it listened.")
        #expect(failure?.output == ["error: no database"])
    }

    @Test func `an app that never listens is given up`() async throws {
        let failure = await #expect(throws: AppProcess.BootFailure.self) {
            try await AppProcess.start(shell("exec sleep 60"), patience: .milliseconds(50)) { _ in }
        }
        #expect(failure?.title.contains("did not listen") == true)
    }

    @Test func `a program that is not there is said so`() async throws {
        let failure = await #expect(throws: AppProcess.BootFailure.self) {
            let program = Program(executable: "/nowhere/app", directory: "/")
            return try await AppProcess.start(program) { _ in }
        }
        #expect(failure?.title == "There is no program '/nowhere/app'.")
    }

    @Test func `a program that does not stop is ended`() async throws {
        let app = try await AppProcess.start(
            shell("trap '' TERM; echo Listening on http://127.0.0.1:1; while :; do sleep 1; done")
        ) { _ in }
        await app.stop(within: .milliseconds(50))
        #expect(await app.ended() == .signal(9))
    }

    @Test(arguments: [
        ("Listening on http://127.0.0.1:3000", 3000 as Int?), ("Listening on http://[::1]:80", 80),
        ("Listening on https://127.0.0.1:3000", nil), ("listening", nil),
    ])
    func `the port is read from the line`(line: String, port: Int?) {
        #expect(AppProcess.port(in: line) == port)
    }
}
