// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

// As much of a test runner as one file needs: the clients are compiled by `swiftc` alone, as a user would.

import Foundation

struct Failure: Error, CustomStringConvertible {
    var description: String
    init(_ description: String) { self.description = description }
}

func equal<Value: Equatable>(_ found: Value, _ expected: Value, line: Int = #line) throws {
    if found != expected { throw Failure("line \(line): expected \(expected), found \(found)") }
}

func fails(
    line: Int = #line, isolation: isolated (any Actor)? = #isolation,
    _ body: () async throws -> Void
) async throws {
    do { try await body() } catch { return }
    throw Failure("line \(line): nothing was thrown")
}

struct Suite {
    private var failures = 0
    private var passes = 0

    mutating func test(
        _ name: String, isolation: isolated (any Actor)? = #isolation,
        _ body: () async throws -> Void
    ) async {
        do {
            try await body()
            passes += 1
            print("ok    \(name)")
        } catch {
            failures += 1
            print("FAIL  \(name)\n\(error)")
        }
    }

    /// Says how many passed, and ends the program.
    func finish() -> Never {
        print("\(passes) passed, \(failures) failed")
        exit(failures == 0 ? 0 : 1)
    }
}
