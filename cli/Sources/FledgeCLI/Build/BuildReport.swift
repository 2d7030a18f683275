// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What a build has become.
struct BuildReport: Codable, Hashable, Sendable {
    var path: String
    var bytes: Int
    var buildSeconds: Double
    /// From its start to the line that says it listens; `nil` when that was not measured.
    var startMilliseconds: Double?

    var sizeText: String { "\((Double(bytes) / 1e5).rounded() / 10) MB" }

    var json: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
            return String(decoding: try encoder.encode(self), as: UTF8.self)
        }
    }
}
