// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Testing

@testable import FledgeServer

/// Where `listen` listens.
@Suite struct `The address to listen on` {
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var host: String?
        var port: Int?
        var environment: [String: String] = [:]
        let url: String
    }

    static let rows = [
        Row(testDescription: "nothing said", url: "http://127.0.0.1:3000"),
        Row(
            testDescription: "the environment", environment: ["HOST": "0.0.0.0", "PORT": "80"],
            url: "http://0.0.0.0:80"),
        Row(
            testDescription: "arguments win", host: "::1", port: 1,
            environment: ["HOST": "a", "PORT": "2"], url: "http://[::1]:1"),
        Row(
            testDescription: "empty variables do not count", environment: ["HOST": "", "PORT": ""],
            url: "http://127.0.0.1:3000"),
    ]

    @Test(arguments: rows) func `is the argument, else the environment, else the default`(
        _ row: Row
    ) throws {
        let address = try ListenAddress(
            host: row.host, port: row.port, environment: row.environment)
        #expect(address.url(port: address.port) == row.url)
    }

    @Test(arguments: ["http", "-1", "65536", "3000 "]) func `must have a port that is one`(
        _ port: String
    ) {
        let error = #expect(throws: ListenError.self) {
            try ListenAddress(host: nil, port: nil, environment: ["PORT": port])
        }
        #expect(error?.reason == .invalidPort && error?.description.contains(port) == true)
    }
}
