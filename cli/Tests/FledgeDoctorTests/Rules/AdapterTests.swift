// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Testing

@testable import FledgeDoctor

/// What stands behind a protocol that the tests have a double of: a way out of the process, or rules.
@Suite struct AdapterTests {
    private func untested(_ adapter: String) -> [String] {
        let sources = [
            "app/_services/Scale.swift": """
            import Foundation

            protocol Scale: Sendable { func weigh() async throws -> Double? }
            struct ParcelService: Sendable {
                let scale: any Scale
                func accept() async throws -> Double? { try await scale.weigh() }
            }
            \(adapter)
            """,
            "app/parcels/ParcelsRoute.swift": """
            import Fledge

            @Route struct ParcelsRoute {
                let parcels: ParcelService
                func POST() async throws -> Double? { try await parcels.accept() }
            }
            """,
            "app/main.swift": "import Fledge\nlet parcels = ParcelService(scale: TableScale())",
            "Tests/AppTests/T.swift": """
            struct Fixed: Scale { func weigh() async throws -> Double? { 2 } }
            func t() async throws { try await ParcelService(scale: Fixed()).accept() }
            """,
        ]
        return findings(UntestedService(), sources).compactMap(\.function)
    }

    static let adapters = [
        RuleRow(
            "a serial line",
            """
            struct TableScale: Scale {
                func weigh() async throws -> Double? {
                    guard let bytes = try FileHandle(forReadingFrom: URL(filePath: "/dev/tty1")).read(upToCount: 6)
                    else { return nil }
                    return Double(String(decoding: bytes, as: UTF8.self))
                }
            }
            """),
        RuleRow(
            "a client of another package",
            """
            struct TableScale: Scale {
                let client = MQTTClient(host: "scale.local")
                func weigh() async throws -> Double? {
                    let message = try await client.next("weight")
                    if message.isEmpty { return nil }
                    return Double(message)
                }
            }
            """),
        RuleRow(
            "a socket",
            """
            actor TableScale: Scale {
                private var socket: WebSocket?
                func weigh() async throws -> Double? {
                    if socket == nil { socket = try await WebSocket.connect(to: "ws://scale.local") }
                    return try await socket?.receive().weight
                }
            }
            """),
    ]

    @Test(arguments: adapters) func `a way out of the process is no service`(row: RuleRow) {
        #expect(untested(row.source) == [])
    }

    static let rules = [
        RuleRow(
            "rules alone",
            """
            struct TableScale: Scale {
                let steps = [0.5, 1, 2]
                func weigh() async throws -> Double? { steps.count > 2 ? steps[1] : nil }
            }
            """),
        RuleRow(
            "a client of the app's own",
            """
            struct LabelClient { func next() -> String { "2" } }
            struct TableScale: Scale {
                let client = LabelClient()
                func weigh() async throws -> Double? {
                    if client.next().isEmpty { return nil }
                    return Double(client.next())
                }
            }
            """),
        RuleRow(
            "more than the protocol asks for",
            """
            struct TableScale: Scale {
                let client = MQTTClient(host: "scale.local")
                func weigh() async throws -> Double? { try await client.next("weight") }
                func postage(_ grams: Int) -> Int { grams > 500 ? 260 : 130 }
            }
            """),
    ]

    @Test(arguments: rules) func `rules behind a protocol are to be tested`(row: RuleRow) {
        #expect(untested(row.source) == ["TableScale"])
    }
}
