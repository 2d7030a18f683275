// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import FledgeHTTP
import NIOCore
import Testing

@testable import FledgeServer

/// Every field of `Limits`, over a real socket: what is within it is answered, what is beyond it is
/// answered with exactly the status that its documentation names.
@Suite struct `A limit` {
    @Test(arguments: LimitRow.all) func `on a size lets n in and not n + 1`(
        _ row: LimitRow
    ) async throws {
        try await withServer(limits: row.limits, routes: LimitRow.mount) { server in
            let within = try await ask(server, row.request(row.bound))
            #expect(within.status == row.accepted)
            let beyond = try await ask(server, row.request(row.bound + 1))
            #expect(beyond.status == row.refused)
        }
    }

    @Test(arguments: LimitTimeRow.all) func `on a time answers who is in time`(
        _ row: LimitTimeRow
    ) async throws {
        try await withServer(limits: row.limits(.seconds(3600)), routes: LimitTimeRow.mount) {
            server in
            try await withClient(server) { client in
                try await client.send(row.begins)
                try await client.send(row.goesOn)
                var reply = try await client.reply()
                if reply.status == 204 { reply = try await client.reply() }
                #expect(reply.status == 200)
            }
        }
    }

    @Test(arguments: LimitTimeRow.all) func `on a time ends the waiting for who is not`(
        _ row: LimitTimeRow
    ) async throws {
        try await withServer(limits: row.limits(.seconds(1)), routes: LimitTimeRow.mount) {
            server in
            var all: String?
            // On a busy machine a client may come too late by itself: then another one tries.
            for _ in 0..<20 where all == nil {
                do {
                    all = try await withClient(server) { client in
                        try await client.send(row.begins)
                        return try await client.rest()
                    }
                } catch ChannelError.ioOnClosedChannel {
                } catch is IOError {}
            }
            let text = try #require(all)
            let statuses = text.split(separator: "\r\n").filter { $0.hasPrefix("HTTP/1.1 ") }
                .compactMap { Int($0.dropFirst(9).prefix(3)) }
            let first = row.begins.hasPrefix("GET /none") ? [204] : []
            #expect(statuses == first + [row.tooLate].compactMap(\.self))
        }
    }

    /// The fields with tests of their own: what they bound is no single request.
    static let elsewhere = [
        "bodyRate": "LimitedConnectionTests",
        "connections": "LimitedConnectionTests",
        "drain": "LimitedConnectionTests",
        "handler": "LimitedConnectionTests",
        "requestsInFlight": "OverloadTests",
        "requestsPerConnection": "OverloadTests",
        "unready": "StopTests",
        "writeStall": "LimitedConnectionTests",
    ]

    @Test func `has a row here or a test elsewhere, whichever it is`() {
        let fields = Mirror(reflecting: Limits()).children.compactMap(\.label)
        let tested = LimitRow.all.map(\.field) + LimitTimeRow.all.map(\.field)
        #expect(Set(fields) == Set(tested).union(Self.elsewhere.keys))
    }
}
