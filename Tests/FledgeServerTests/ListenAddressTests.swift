// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
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

    @Test(arguments: rows) func `is the argument, else that of the app, else the default`(
        _ row: Row
    ) throws {
        let address = try ListenAddress(
            host: row.host, port: row.port,
            environment: Environment(mode: .test, values: row.environment))
        #expect(address.url(port: address.port) == row.url)
    }

    @Test(arguments: ["http", "-1", "65536", "3000 "]) func `must have a port that is one`(
        _ port: String
    ) {
        let error = #expect(throws: ListenError.self) {
            try ListenAddress(
                host: nil, port: nil, environment: Environment(mode: .test, values: ["PORT": port]))
        }
        #expect(error?.reason == .invalidPort && error?.description.contains(port) == true)
    }
}

/// How many threads serve.
@Suite struct `The number of threads` {
    @Test func `is the argument, else that of the app, else the cores`() throws {
        let said = Environment(mode: .test, values: ["THREADS": "3"])
        #expect(try ThreadCount(2, environment: said).value == 2)
        #expect(try ThreadCount(nil, environment: said).value == 3)
        for values in [[:], ["THREADS": ""]] {
            let silent = Environment(mode: .test, values: values)
            #expect(try ThreadCount(nil, environment: silent).value == CoreCount.available)
        }
    }

    @Test(arguments: ["0", "-1", "1025", "all", "2 "]) func `must be one`(_ text: String) {
        let error = #expect(throws: ListenError.self) {
            try ThreadCount(
                Int(text), environment: Environment(mode: .test, values: ["THREADS": text]))
        }
        #expect(error?.reason == .invalidThreads && error?.description.contains(text) == true)
    }

    @Test(arguments: [
        ("Name:\tserver\nCpus_allowed:\t3\nCpus_allowed_list:\t0-1\n", 2),
        ("Cpus_allowed:\tff,ffffffff\n", 40),
        ("Cpus_allowed:\t00000001\n", 1),
        ("Cpus_allowed:\t0\n", nil),
        ("Name:\tserver\n", nil),
    ]) func `counts the cores in the mask of the process`(_ status: String, _ cores: Int?) {
        #expect(CoreCount.cores(inStatus: status) == cores)
    }
}
